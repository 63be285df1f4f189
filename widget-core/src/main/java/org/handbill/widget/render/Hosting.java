package org.handbill.widget.render;

import java.net.URI;

/**
 * Where what is rendered stands.
 *
 * @param base the public URL, ending in {@code /}; every address comes from it
 * @param forms where forms are sent and challenges come from, ending in {@code /}; the same, where
 *     a widget server answers at the public URL
 * @param still whether files stand there, without a server of ours behind them: then there is no
 *     oEmbed, and a page carries its policy itself
 */
public record Hosting(URI base, URI forms, boolean still) {

  public Hosting {
    base = ended(base);
    forms = ended(forms);
  }

  /** A widget server answers there. */
  public static Hosting served(URI publicUrl) {
    return new Hosting(publicUrl, publicUrl, false);
  }

  /** Files stand there, and a widget server that takes forms stands elsewhere. */
  public static Hosting files(URI publicUrl, URI forms) {
    return new Hosting(publicUrl, forms, true);
  }

  private static URI ended(URI url) {
    return URI.create(url.toString().replaceFirst("/*$", "/"));
  }
}
