package org.handbill.widget.render;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.handbill.widget.model.PlainText;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of an oEmbed 1.0 answer, in the order in which they are written. Where the page may
 * be framed it is a {@code rich} one; otherwise a {@code link}, which a consumer shows as such.
 */
final class Oembed {

  private static final int CACHE_SECONDS = 24 * 60 * 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Object> members = new LinkedHashMap<>();

  Oembed(Renderer.Subject subject, OembedRequest request) {
    boolean framed = PageHeaders.mayBeFramed(subject);
    members.put("type", framed ? "rich" : "link");
    members.put("version", "1.0");
    members.put("title", title(subject));
    members.put("provider_name", PlainText.line(subject.network().name()));
    members.put("provider_url", subject.network().url().toString());
    subject
        .audience()
        .member()
        .filter(member -> !member.origins().isEmpty())
        .ifPresent(
            member -> {
              members.put("author_name", PlainText.line(member.name()));
              members.put("author_url", member.origins().get(0));
            });
    members.put("cache_age", CACHE_SECONDS);
    subject
        .network()
        .image()
        .filter(image -> image.width() <= request.maxWidth())
        .filter(image -> image.height() <= request.maxHeight())
        .ifPresent(
            image -> {
              members.put("thumbnail_url", image.url().toString());
              members.put("thumbnail_width", image.width());
              members.put("thumbnail_height", image.height());
            });
  }

  static String title(Renderer.Subject subject) {
    return PlainText.line(subject.file().title().in(subject.audience().language()));
  }

  /** Adds the frame, with its width and height in CSS pixels. */
  Oembed frame(String html, int width, int height) {
    members.put("html", html);
    members.put("width", width);
    members.put("height", height);
    return this;
  }

  String in(OembedRequest.Format format) {
    return switch (format) {
      case JSON -> JSON.writeValueAsString(members).replace("<", "\\u003c") + "\n";
      case XML -> xml();
    };
  }

  private String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      xml.writeStartElement("oembed");
      for (Map.Entry<String, Object> member : members.entrySet()) {
        xml.writeStartElement(member.getKey());
        xml.writeCharacters(member.getValue().toString());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory", e);
    }
    return text + "\n";
  }
}
