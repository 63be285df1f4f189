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
  PAGE("", "text/html;charset=utf-8"),
  /** A feed as RFC 4287 has it. */
  ATOM("atom", "application/atom+xml"),
  /** A feed as JSON Feed 1.1 has it. */
  JSON_FEED("feed.json", "application/feed+json"),
  /** A table as RFC 4180 has it. */
  CSV("csv", "text/csv;charset=utf-8;header=present"),
  /** Services as Open Referral's HSDS 3 has them. */
  HSDS("hsds.json", "application/json");

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

  /** True for what every widget is answered in; the others are only where its content has them. */
  public boolean isOfEveryWidget() {
    return this == HTML || this == JSON || this == JS || this == PAGE;
  }

  /** The media type alone, as a link to it names it. */
  String mediaType() {
    int semicolon = contentType.indexOf(';');
    return semicolon < 0 ? contentType : contentType.substring(0, semicolon);
  }

  /** The media type that it is sent as. */
  public String contentType() {
    return contentType;
  }
}
