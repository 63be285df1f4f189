package org.handbill.widget.render;

import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Ground;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Scheme;

/** The CSS of one widget: the base, its type's, and what its member and its scheme set. */
final class Stylesheet {

  private static final Color ACCENT = new Color("#1f5fa8");

  private Stylesheet() {}

  static String of(Assets assets, String type, Member.Look look, Scheme scheme) {
    boolean inherits = scheme == Scheme.INHERIT;
    return Assets.minified(
        assets.baseCss() + type + assets.colorsCss(inherits) + own(look, scheme));
  }

  private static String own(Member.Look look, Scheme scheme) {
    Color accent = look.accent().orElse(ACCENT);
    StringBuilder css = new StringBuilder(".hb{");
    css.append("--a:var(--handbill-accent,").append(accent).append(");");
    css.append("--on:var(--handbill-on-accent,").append(accent.readable()).append(");");
    css.append("--r:var(--handbill-radius,").append(look.radius().orElse("6px")).append(')');
    if (scheme != Scheme.INHERIT) {
      css.append(";--li:").append(Ground.LIGHT.readable(accent));
      css.append(";--dk:").append(Ground.DARK.readable(accent));
      css.append(";font-family:var(--handbill-font,")
          .append(look.font().orElse("system-ui,sans-serif"))
          .append(')');
    }
    if (!scheme.follows()) {
      css.append(";color-scheme:").append(scheme.param());
    }
    return css.append("}").toString();
  }
}
