package org.handbill.widget.render;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetFile;

/**
 * A sitemap as sitemaps.org has it: the page of every published widget in each language, each
 * naming the others.
 */
final class Sitemap {

  static final String TYPE = "application/xml;charset=utf-8";

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final Hosting hosting;
  private final List<Language> languages;

  /**
   * @param hosting where the pages stand
   * @param languages those that content is written in
   */
  Sitemap(Hosting hosting, List<Language> languages) {
    this.hosting = hosting;
    this.languages = languages;
  }

  /**
   * The sitemap.
   *
   * @param widgets with the moment when each last changed
   */
  String of(Map<WidgetFile, Instant> widgets) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      xml.writeStartElement("urlset");
      xml.writeDefaultNamespace(SITEMAP);
      xml.writeNamespace("xhtml", XHTML);
      for (Map.Entry<WidgetFile, Instant> widget : widgets.entrySet()) {
        for (Language language : languages) {
          page(xml, widget.getKey(), language, widget.getValue());
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory", e);
    }
    return text + "\n";
  }

  private void page(XMLStreamWriter xml, WidgetFile widget, Language language, Instant updated)
      throws XMLStreamException {
    xml.writeStartElement("url");
    xml.writeStartElement("loc");
    xml.writeCharacters(address(widget, language));
    xml.writeEndElement();
    xml.writeStartElement("lastmod");
    xml.writeCharacters(updated.truncatedTo(ChronoUnit.SECONDS).toString());
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
    Audience anybody = new Audience(language, Scheme.AUTO, Optional.empty(), Map.of());
    return new Addresses(hosting, widget.id(), anybody, "").page().toString();
  }
}
