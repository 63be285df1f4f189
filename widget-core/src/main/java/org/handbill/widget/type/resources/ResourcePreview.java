package org.handbill.widget.type.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;

/** Shows what a list would take from one source, as lines that a person reads. */
public final class ResourcePreview {

  private static final int SUMMARY = 100;

  private final Messages.Texts texts = ResourcesType.MESSAGES.in(Language.ENGLISH);
  private final List<String> lines = new ArrayList<>();

  private ResourcePreview() {}

  /**
   * The groups and their entries as an indented tree, and how many there are.
   *
   * @param steering by the keys of a source: {@code within}, {@code without}, {@code groups},
   *     {@code items}
   * @param problems gets what is wrong with the source or the steering
   * @return no lines where nothing can be read, which is an error among the problems
   */
  public static List<String> lines(
      Source source, SourceBytes bytes, Map<String, String> steering, Problems problems) {
    for (Map.Entry<String, String> entry : steering.entrySet()) {
      if (!PageParts.isSelector(entry.getValue())) {
        problems.error(
            ResourcesType.MESSAGES,
            source.place(),
            "selector.malformed",
            entry.getKey(),
            entry.getValue());
        return List.of();
      }
    }
    PageParts parts =
        new PageParts(
            Optional.ofNullable(steering.get("within")),
            Optional.ofNullable(steering.get("without")),
            Optional.ofNullable(steering.get("groups")),
            Optional.ofNullable(steering.get("items")));
    SourceReader reader = SourceKinds.guessed(source, new PageSource(source, parts));
    return lines(source, reader, bytes, problems);
  }

  private static List<String> lines(
      Source source, SourceReader reader, SourceBytes bytes, Problems problems) {
    try {
      List<Group> groups =
          reader.read(
              bytes,
              (key, values) ->
                  problems.warning(ResourcesType.MESSAGES, source.place(), key, values));
      if (groups.isEmpty()) {
        problems.error(ResourcesType.MESSAGES, source.place(), "source.no-links");
        return List.of();
      }
      ResourcePreview preview = new ResourcePreview();
      groups.forEach(preview::group);
      preview.total(groups);
      return List.copyOf(preview.lines);
    } catch (UnreadableSourceException e) {
      problems.error(ResourcesType.MESSAGES, source.place(), e.key(), e.values());
      return List.of();
    }
  }

  private void group(Group group) {
    String title = group.title().isEmpty() ? say("preview.untitled") : group.title();
    lines.add(title + " (" + group.items().size() + ")");
    group.items().forEach(this::item);
    lines.add("");
  }

  private void item(Item item) {
    lines.add("  " + item.title() + "  " + tags(item.kind(), item.language()));
    lines.add("    " + item.url());
    for (Link link : item.links()) {
      lines.add(
          "    + " + link.title() + "  " + tags(link.kind(), link.language()) + "  " + link.url());
    }
    facts(item.facts());
    String summary = PlainText.line(item.summary().text());
    if (!summary.isEmpty()) {
      lines.add("    " + shortened(summary));
    }
  }

  private void facts(Item.Facts facts) {
    facts.organization().ifPresent(name -> lines.add("    " + say("preview.organization", name)));
    day("preview.updated", facts.updated());
    day("preview.verified", facts.verified());
    day("preview.expires", facts.expires());
  }

  private void day(String key, Optional<LocalDate> day) {
    day.ifPresent(found -> lines.add("    " + say(key, found.toString())));
  }

  private void total(List<Group> groups) {
    int items = 0;
    int links = 0;
    for (Group group : groups) {
      for (Item item : group.items()) {
        items++;
        links += item.addresses().size();
      }
    }
    lines.add(say("preview.total", groups.size(), items, links));
  }

  private String say(String key, Object... values) {
    return texts.format(key, values);
  }

  private static String tags(Kind kind, Optional<Language> language) {
    return "[" + kind.param() + language.map(tag -> ", " + tag.tag()).orElse("") + "]";
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= SUMMARY) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, SUMMARY));
    int space = cut.lastIndexOf(' ');
    return (space > 0 ? cut.substring(0, space) : cut) + "…";
  }
}
