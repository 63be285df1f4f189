package org.handbill.widget.type.resources.entry;

import java.time.LocalDate;
import java.util.List;
import org.handbill.widget.model.SourceBytes;

/** Reads a resource list out of one kind of source. Stateless. */
@FunctionalInterface
public interface SourceReader {

  /**
   * Reads the entries, each under its heading, in the source's order.
   *
   * @param remarks takes what was left out, and why
   * @throws UnreadableSourceException when the bytes are not what the reader reads
   */
  List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException;

  /**
   * What was read, as it stands on a day: what a source says of the future may be a slip.
   *
   * @param groups what {@link #read} gave
   */
  default List<Group> asOf(LocalDate today, List<Group> groups) {
    return groups;
  }

  /**
   * The words of a source, in which an editor's own can be looked for.
   *
   * @throws UnreadableSourceException when the bytes are not what the reader reads
   */
  default String words(SourceBytes source) throws UnreadableSourceException {
    return SourceText.of(source);
  }
}
