package org.handbill.widget.render;

import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Ground;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Scheme;

/** The CSS of one widget: the base, its type's, and what its member and its scheme set. */
final class Stylesheet {

  private static final Color ACCENT = new Color("#1f5fa8");

  /** Buttons without a ground of their own, since the page's link colour may be light or dark. */
  private static final String INHERITED =
      ".hb{background:none;color:inherit;font:inherit;--bg:transparent;--m:inherit}"
          + ".hb button,.p a{background:none;color:var(--k);border:2px solid}";

  private Stylesheet() {}

  static String of(String base, String type, Member.Look look, Scheme scheme) {
    return Assets.minified(base + type + own(look, scheme))
        + (scheme == Scheme.INHERIT ? INHERITED : "");
  }

  private static String own(Member.Look look, Scheme scheme) {
    Color accent = look.accent().orElse(ACCENT);
    Color onLight = Ground.LIGHT.readable(accent);
    Color onDark = Ground.DARK.readable(accent);
    StringBuilder css = new StringBuilder(".hb{");
    css.append("--a:var(--handbill-accent,").append(accent).append(");");
    css.append("--on:var(--handbill-on-accent,").append(accent.readable()).append(");");
    css.append("--r:var(--handbill-radius,").append(look.radius().orElse("6px")).append(");");
    css.append("--li:").append(onLight).append(";--dk:").append(onDark).append(';');
    css.append("font-family:var(--handbill-font,")
        .append(look.font().orElse("system-ui,sans-serif"))
        .append(')');
    if (!scheme.follows()) {
      css.append(";color-scheme:").append(scheme.param());
    }
    return css.append('}').toString();
  }
}
