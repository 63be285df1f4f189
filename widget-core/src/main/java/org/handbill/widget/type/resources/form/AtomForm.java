package org.handbill.widget.type.resources.form;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;

/** Writes a list as Atom (RFC 4287): an entry each, its further links as {@code related}. */
final class AtomForm {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final ListForms list;
  private final XMLStreamWriter xml;

  private AtomForm(ListForms list, XMLStreamWriter xml) {
    this.list = list;
    this.xml = xml;
  }

  static String of(ListForms list) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new AtomForm(list, xml).feed();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory", e);
    }
    return text + "\n";
  }

  private void feed() throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml", XML, "lang", list.language().tag());
    element("id", "urn:uuid:" + list.id());
    element("title", list.title());
    if (!list.text().isEmpty()) {
      element("subtitle", list.text());
    }
    element("updated", list.updated());
    xml.writeStartElement("author");
    element("name", list.publication().network().name());
    element("uri", list.publication().network().url().toString());
    xml.writeEndElement();
    link("self", list.publication().links().form("atom").toString(), "application/atom+xml", "");
    link("alternate", list.publication().links().page().toString(), "text/html", "");
    for (ListForms.Entry entry : list.entries()) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(ListForms.Entry entry) throws XMLStreamException {
    Item item = entry.item();
    xml.writeStartElement("entry");
    if (item.language().isPresent()) {
      xml.writeAttribute("xml", XML, "lang", item.language().get().tag());
    }
    element("id", "urn:uuid:" + entry.id());
    element("title", item.title());
    element("updated", list.updated(item));
    if (item.facts().organization().isPresent()) {
      xml.writeStartElement("author");
      element("name", item.facts().organization().get());
      xml.writeEndElement();
    }
    String language = item.language().map(Language::tag).orElse("");
    link("alternate", item.url().toString(), type(item.kind()), language);
    for (Link link : item.links()) {
      xml.writeEmptyElement("link");
      attribute("rel", "related");
      attribute("href", link.url().toString());
      attribute("type", type(link.kind()));
      attribute("hreflang", link.language().map(Language::tag).orElse(""));
      attribute("title", link.title());
    }
    for (String group : entry.groups()) {
      xml.writeEmptyElement("category");
      attribute("term", group);
    }
    if (!item.summary().isEmpty()) {
      xml.writeStartElement("summary");
      attribute("type", "html");
      xml.writeCharacters(PlainText.tidy(item.summary().html()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void link(String rel, String href, String type, String language)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    attribute("rel", rel);
    attribute("href", href);
    attribute("type", type);
    attribute("hreflang", language);
  }

  private static String type(Kind kind) {
    return kind == Kind.PDF ? "application/pdf" : "";
  }

  private void attribute(String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeAttribute(name, PlainText.line(value));
    }
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(PlainText.tidy(text));
    xml.writeEndElement();
  }
}
