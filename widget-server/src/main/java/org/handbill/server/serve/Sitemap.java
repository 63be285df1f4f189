package org.handbill.server.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.handbill.server.web.Answer;
import org.handbill.server.web.Resource;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.render.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sitemap.xml} as sitemaps.org has it: the page of every published widget in each language,
 * each naming the others. Written once an edition. Thread-safe.
 */
public final class Sitemap {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String TYPE = "application/xml;charset=utf-8";

  private final Widgets widgets;
  private final String base;
  private volatile @Nullable Rendered written;

  public Sitemap(Widgets widgets, URI publicUrl) {
    this.widgets = widgets;
    this.base = publicUrl.toString().replaceFirst("/*$", "/");
  }

  /** Handles GET and HEAD. */
  public void handle(Context ctx) throws IOException {
    Answer.of(
            new Resource(current(), Freshness.SHORT),
            ctx.header("Accept-Encoding"),
            ctx.header("If-None-Match"))
        .write(ctx.res(), ctx.method().name().equals("HEAD"));
  }

  private Rendered current() {
    long edition = widgets.status().edition();
    Rendered current = written;
    if (current == null || current.edition() != edition) {
      current = Rendered.of(TYPE, text(), Map.of(), edition);
      written = current;
    }
    return current;
  }

  private String text() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      xml.writeStartElement("urlset");
      xml.writeDefaultNamespace(SITEMAP);
      xml.writeNamespace("xhtml", XHTML);
      List<Language> languages = widgets.network().languages().list();
      for (WidgetFile widget : widgets.list()) {
        for (Language language : languages) {
          page(xml, widget, language, languages);
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory", e);
    }
    return text + "\n";
  }

  private void page(
      XMLStreamWriter xml, WidgetFile widget, Language language, List<Language> languages)
      throws XMLStreamException {
    xml.writeStartElement("url");
    xml.writeStartElement("loc");
    xml.writeCharacters(address(widget, language));
    xml.writeEndElement();
    for (Language other : languages) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", other.tag());
      xml.writeAttribute("href", address(widget, other));
    }
    xml.writeEndElement();
  }

  private String address(WidgetFile widget, Language language) {
    return base + "w/" + widget.id() + "?lang=" + language.tag();
  }
}
