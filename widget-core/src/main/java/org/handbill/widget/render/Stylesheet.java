package org.handbill.widget.render;

import org.handbill.widget.model.Color;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Scheme;

/** The CSS of one widget: the base, its type's, and what its member and its scheme set. */
final class Stylesheet {

  private static final Color ACCENT = new Color("#1f5fa8");
  private static final Color LIGHT_GROUND = new Color("#ffffff");
  private static final Color DARK_GROUND = new Color("#1b1d22");
  private static final double READABLE = 4.5; // WCAG 2.2, 1.4.3

  private Stylesheet() {}

  static String of(String base, String type, Member.Look look, Scheme scheme) {
    return minified(base + type) + own(look, scheme);
  }

  private static String own(Member.Look look, Scheme scheme) {
    Color accent = look.accent().orElse(ACCENT);
    Color onLight = accent.readableOn(LIGHT_GROUND, READABLE);
    Color onDark = accent.readableOn(DARK_GROUND, READABLE);
    StringBuilder css = new StringBuilder(".hb{");
    css.append("--a:var(--handbill-accent,").append(accent).append(");");
    css.append("--on:var(--handbill-on-accent,").append(accent.readable()).append(");");
    css.append("--r:var(--handbill-radius,").append(look.radius().orElse("6px")).append(");");
    css.append("--k:var(--handbill-link,").append(onLight).append(");");
    css.append("font-family:var(--handbill-font,")
        .append(look.font().orElse("system-ui,sans-serif"))
        .append(");");
    if (scheme != Scheme.AUTO) {
      css.append("color-scheme:").append(scheme.param());
    }
    css.append("}@supports(color:light-dark(red,red)){.hb{--k:var(--handbill-link,light-dark(");
    css.append(onLight).append(',').append(onDark).append("))}}");
    return css.toString();
  }

  /** Without comments and without white space that means nothing. */
  static String minified(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,]) ?", "$1")
        .replaceAll(": ", ":")
        .replaceAll(";}", "}")
        .strip();
  }
}
