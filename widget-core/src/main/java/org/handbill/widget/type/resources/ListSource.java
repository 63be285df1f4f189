package org.handbill.widget.type.resources;

import java.time.LocalDate;
import java.util.List;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;

/**
 * One source of a list.
 *
 * @param source where it is
 * @param reader how it is read
 * @param mustContain words that stand in it whenever it is whole
 * @param allowPrivate whether what it links to may be on a private network
 */
record ListSource(
    Source source, SourceReader reader, List<String> mustContain, boolean allowPrivate) {

  ListSource {
    mustContain = List.copyOf(mustContain);
  }

  /** The entries of a day; none where they cannot be read, which is reported. */
  List<Group> groups(SourceBytes bytes, LocalDate today, Problems problems) {
    try {
      List<Group> groups =
          reader.read(
              bytes,
              (key, values) ->
                  problems.warning(ResourcesType.MESSAGES, source.place(), key, values));
      if (groups.isEmpty()) {
        problems.warning(ResourcesType.MESSAGES, source.place(), ResourcesType.NO_LINKS);
      }
      return reader.asOf(today, groups);
    } catch (UnreadableSourceException e) {
      problems.warning(ResourcesType.MESSAGES, source.place(), e.key(), e.values());
      return List.of();
    }
  }

  /**
   * How many entries there are that hold today; what makes the bytes unfit to be shown is an error.
   */
  int entries(SourceBytes bytes, LocalDate today, Problems problems) {
    try {
      String text = mustContain.isEmpty() ? "" : reader.words(bytes);
      for (String words : mustContain) {
        if (!text.contains(words)) {
          problems.error(ResourcesType.MESSAGES, source.place(), "source.sentinel", words);
        }
      }
      return (int)
          reader.read(bytes, Remarks.NONE).stream()
              .flatMap(group -> group.items().stream())
              .filter(item -> item.facts().hold(today))
              .count();
    } catch (UnreadableSourceException e) {
      problems.error(ResourcesType.MESSAGES, source.place(), e.key(), e.values());
      return 0;
    }
  }

  /** Where its entries lead. */
  List<OutboundLink> links(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.items().stream())
        .flatMap(item -> item.addresses().stream())
        .filter(url -> String.valueOf(url.getScheme()).startsWith("http"))
        .map(url -> new OutboundLink(url, allowPrivate))
        .toList();
  }
}
