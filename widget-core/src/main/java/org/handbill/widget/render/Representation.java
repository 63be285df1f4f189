package org.handbill.widget.render;

/** The forms that a widget is answered in. */
public enum Representation {
  /** A self-contained fragment: declarative shadow root, style and markup. */
  HTML("html", "text/html;charset=utf-8"),
  /** The same content as data. */
  JSON("json", "application/json"),
  /** The loader and the fragment in one script. */
  JS("js", "text/javascript;charset=utf-8"),
  /** A whole page. */
  PAGE("", "text/html;charset=utf-8");

  private final String extension;
  private final String contentType;

  Representation(String extension, String contentType) {
    this.extension = extension;
    this.contentType = contentType;
  }

  /** The ending of the URL's path without its dot; empty for the page. */
  public String extension() {
    return extension;
  }

  /** The media type that it is sent as. */
  public String contentType() {
    return contentType;
  }
}
