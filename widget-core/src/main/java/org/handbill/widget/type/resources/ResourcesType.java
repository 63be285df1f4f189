package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.form.ListForms;
import org.handbill.widget.type.resources.page.steer.PageParts;

/** {@code type: resources}. */
public final class ResourcesType implements WidgetType {

  /** The key of the problem that a source was read and nothing was found in it. */
  public static final String NO_LINKS = "source.no-links";

  static final Messages MESSAGES = Messages.beside(ResourcesType.class);

  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public Definition define(WidgetFile file, Network network, Problems problems) {
    Reader reader = new Reader(network, problems);
    List<Node> sources = file.node().items("sources");
    List<Node> items = file.node().items("items");
    if (sources.isEmpty() && items.isEmpty()) {
      problems.error(MESSAGES, file.node().place(), "resources.none");
    }
    return new Resources(
        file,
        Look.of(file.node(), problems),
        sources.stream().flatMap(source -> reader.source(source).stream()).toList(),
        items.stream().flatMap(item -> reader.item(item).stream()).toList());
  }

  @Override
  public Closing closed(WidgetFile file, Closing closing) {
    return closing.with(ListForms.ended(file, closing));
  }

  private record Reader(Network network, Problems problems) {

    Optional<ListSource> source(Node node) {
      SourceKinds kinds = new SourceKinds(problems);
      Optional<String> kind = kinds.of(node);
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      PageParts parts =
          new PageParts(
              selector(node, "within"),
              selector(node, "without"),
              selector(node, "groups"),
              selector(node, "items"));
      return place(node, kind.get(), kinds.mostBytes(kind.get(), node))
          .map(
              source ->
                  new ListSource(
                      source,
                      new ReadOnce(
                          kinds.reader(kind.get(), node, source, new PageSource(source, parts))),
                      node.items("must-contain").stream().map(Node::text).toList(),
                      node.flag("allow-private", false)));
    }

    private Optional<Source> place(Node node, String kind, int mostBytes) {
      Node named = node.require(kind);
      String address = named.text().strip();
      if (!address.matches("(?i)https?://.*")) {
        Optional<URI> base = node.get("base").flatMap(url -> url.uri(problems));
        return Optional.of(
            new Source.InFolder(
                address,
                Optional.of(base.orElse(network.url())),
                mostBytes,
                SourceKinds.isOfTables(kind),
                named.place()));
      }
      return named
          .uri(problems)
          .map(
              url ->
                  new Source.AtUrl(
                          url, interval(node), node.flag("allow-private", false), named.place())
                      .with(SourceKinds.paging(kind, url), mostBytes));
    }

    private Optional<String> selector(Node source, String key) {
      Optional<Node> selector = source.get(key);
      if (selector.isPresent() && !PageParts.isSelector(selector.get().text())) {
        problems.error(
            MESSAGES, selector.get().place(), "selector.malformed", key, selector.get().text());
        return Optional.empty();
      }
      return selector.map(Node::text);
    }

    private static Duration interval(Node node) {
      return node.text("every")
          .map(
              text -> {
                long count = Long.parseLong(text.substring(0, text.length() - 1));
                return switch (text.charAt(text.length() - 1)) {
                  case 's' -> Duration.ofSeconds(count);
                  case 'm' -> Duration.ofMinutes(count);
                  case 'h' -> Duration.ofHours(count);
                  default -> Duration.ofDays(count);
                };
              })
          .orElse(USUAL_INTERVAL);
    }

    Optional<Resources.Entry> item(Node node) {
      Optional<Language> language = node.text("lang").flatMap(Language::parse);
      return address(node.require("url"))
          .map(
              url ->
                  new Resources.Entry(
                      node.require("title")
                          .localized(network.languages(), problems)
                          .map(PlainText::line),
                      url,
                      node.get("group")
                          .map(
                              name ->
                                  name.localized(network.languages(), problems)
                                      .map(PlainText::line)),
                      node.get("summary")
                          .map(
                              text ->
                                  text.localizedRich(network.languages(), network.url(), problems)),
                      language,
                      facts(node)));
    }

    /** Cleaned as addresses of all sources are. */
    private Optional<URI> address(Node node) {
      Addresses addresses = new Addresses(network.url());
      String text = node.text().strip();
      if (!text.matches("(?i)(?:mailto|tel):.*")) {
        return node.uri(problems).flatMap(url -> addresses.resolve(url.toString()));
      }
      Optional<URI> address = addresses.resolve(text);
      if (address.isEmpty()) {
        problems.error(MESSAGES, node.place(), "address.malformed", text);
      }
      return address;
    }

    private Item.Facts facts(Node node) {
      return new Item.Facts(
          node.text("organization").map(PlainText::line),
          day(node, "updated"),
          day(node, "verified"),
          day(node, "expires"),
          node.get("archive").flatMap(url -> url.uri(problems)),
          node.get("picture").flatMap(url -> url.uri(problems)));
    }

    private Optional<LocalDate> day(Node node, String key) {
      return node.get(key).flatMap(this::day);
    }

    private Optional<LocalDate> day(Node node) {
      try {
        return Optional.of(LocalDate.parse(node.text()));
      } catch (DateTimeParseException noSuchDay) {
        problems.error(MESSAGES, node.place(), "day.unknown", node.text());
        return Optional.empty();
      }
    }
  }
}
