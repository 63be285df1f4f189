package org.handbill.widget.render;

/**
 * What a consumer of oEmbed 1.0 (oembed.com) asks for.
 *
 * @param format how the answer is written
 * @param maxWidth the most room there is, in CSS pixels; {@link #ANY} where nothing is said
 * @param maxHeight the same for the height
 */
public record OembedRequest(Format format, int maxWidth, int maxHeight) {

  /** As wide, or as high, as the widget likes. */
  public static final int ANY = Integer.MAX_VALUE;

  /** How an answer is written. */
  public enum Format {
    JSON("json", "application/json", "application/json+oembed"),
    XML("xml", "text/xml;charset=utf-8", "text/xml+oembed");

    private final String param;
    private final String contentType;
    private final String linkType;

    Format(String param, String contentType, String linkType) {
      this.param = param;
      this.contentType = contentType;
      this.linkType = linkType;
    }

    /** The word in the query. */
    public String param() {
      return param;
    }

    /** The media type that it is sent as. */
    String contentType() {
      return contentType;
    }

    /** The media type by which a page's link to it is known. */
    String linkType() {
      return linkType;
    }
  }
}
