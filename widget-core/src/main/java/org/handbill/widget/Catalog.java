package org.handbill.widget;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.source.NetworkFolder;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a network: its files and what their sources held, all of one moment. Immutable.
 *
 * @param edition grows with every change
 * @param network who publishes
 * @param entries the widgets, in the folder's order
 * @param problems what the sources' content gave to complain of
 */
record Catalog(
    long edition, Network network, Map<WidgetId, Entry> entries, List<Problem> problems) {

  /** The widget that has an id, or had it once; null for none. */
  @Nullable Entry find(WidgetId id) {
    Entry entry = entries.get(id);
    return entry != null
        ? entry
        : entries.values().stream()
            .filter(other -> other.widget().file().formerly().contains(id))
            .findFirst()
            .orElse(null);
  }

  /** The same as a member's pages show it. */
  @Nullable Entry find(WidgetId id, String member) {
    Entry entry = find(id);
    return entry == null
        ? null
        : network
            .member(member)
            .flatMap(Member::closed)
            .map(closed -> entry.endedBy(closed))
            .orElse(entry);
  }

  /**
   * A widget and its content.
   *
   * @param updated when the content last changed
   */
  record Entry(NetworkFolder.Widget widget, Content content, Instant updated) {

    private Entry endedBy(Closing closing) {
      return new Entry(widget, widget.type().closed(widget.file(), closing), updated);
    }
  }

  static Catalog of(long edition, NetworkFolder folder, Material material) {
    Network network = folder.network().orElseThrow();
    Problems problems = new Problems();
    Map<WidgetId, Entry> entries = new LinkedHashMap<>();
    folder
        .widgets()
        .forEach(
            (id, widget) -> {
              Content content = widget.definition().content(material, problems);
              entries.put(id, new Entry(widget, content, updated(widget, material.read())));
            });
    return new Catalog(edition, network, Collections.unmodifiableMap(entries), problems.list());
  }

  /**
   * When the newest of the widget's parts changed. It comes from the parts alone, so that every
   * node and every edition gives the same bytes for the same content.
   */
  private static Instant updated(NetworkFolder.Widget widget, Map<Source, SourceBytes> read) {
    return widget.definition().sources().stream()
        .map(read::get)
        .filter(Objects::nonNull)
        .flatMap(bytes -> bytes.modified().stream())
        .reduce(widget.modified(), (one, other) -> one.isAfter(other) ? one : other);
  }

  /** The form that visitors of a widget submit. */
  Optional<Form> form(WidgetId id) {
    Entry entry = entries.get(id);
    return entry != null && entry.content() instanceof FormContent content
        ? Optional.of(content.form())
        : Optional.empty();
  }

  /** Where all widgets send their visitors. */
  List<OutboundLink> links() {
    return entries.values().stream()
        .flatMap(entry -> entry.content().links().stream())
        .distinct()
        .toList();
  }

  /** Where the pictures are that all widgets would show. */
  List<OutboundLink> pictures() {
    return entries.values().stream()
        .flatMap(entry -> entry.content().pictures().stream())
        .distinct()
        .toList();
  }

  /** Where each widget sends its visitors, and how those links are. */
  List<FollowedLink> followed(Map<URI, LinkHealth> health) {
    List<FollowedLink> followed = new ArrayList<>();
    entries.forEach(
        (id, entry) ->
            entry.content().links().stream()
                .map(OutboundLink::uri)
                .distinct()
                .map(uri -> new FollowedLink(id, uri, Optional.ofNullable(health.get(uri))))
                .forEach(followed::add));
    return followed;
  }

  boolean isDraft(WidgetId id) {
    Entry entry = entries.get(id);
    return entry != null && entry.widget().file().draft();
  }

  boolean isClosed(WidgetId id) {
    Entry entry = entries.get(id);
    return entry != null && entry.content() instanceof Closing;
  }

  /** The widgets that are neither drafts nor closed. */
  List<WidgetFile> published() {
    return List.copyOf(updated().keySet());
  }

  /** The same with the moment when each last changed. */
  Map<WidgetFile, Instant> updated() {
    Map<WidgetFile, Instant> updated = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      WidgetFile file = entry.widget().file();
      if (!file.draft() && file.closed().isEmpty() && network.closed().isEmpty()) {
        updated.put(file, entry.updated());
      }
    }
    return updated;
  }

  /** What stands at every address of the network that does not ask for a draft. */
  List<SnippetKey> everything() {
    List<SnippetKey> keys = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (!entry.widget().file().draft()) {
        keys.addAll(Variants.of(network, this, entry.widget().file().id()));
        entry.widget().file().formerly().forEach(id -> keys.addAll(Variants.of(network, this, id)));
      }
    }
    return keys;
  }
}
