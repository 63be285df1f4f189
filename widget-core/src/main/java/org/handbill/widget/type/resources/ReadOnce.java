package org.handbill.widget.type.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes once, however often it is asked for them: they are weighed against those before them,
 * put together, and put together again whenever a link or a picture has changed. Thread-safe.
 */
final class ReadOnce implements SourceReader {

  /** What came of reading some bytes. */
  private record Known(
      SourceBytes bytes,
      List<Group> groups,
      List<Remark> remarks,
      Optional<UnreadableSourceException> unreadable) {}

  private record Remark(String key, Object[] values) {}

  private final SourceReader reader;
  private @Nullable Known last;
  private @Nullable Known before;

  ReadOnce(SourceReader reader) {
    this.reader = reader;
  }

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    Known known = known(source);
    known.remarks().forEach(remark -> remarks.add(remark.key(), remark.values()));
    if (known.unreadable().isPresent()) {
      throw known.unreadable().get();
    }
    return known.groups();
  }

  @Override
  public List<Group> asOf(LocalDate today, List<Group> groups) {
    return reader.asOf(today, groups);
  }

  @Override
  public String words(SourceBytes source) throws UnreadableSourceException {
    return reader.words(source);
  }

  private synchronized Known known(SourceBytes source) {
    for (Known known : new Known[] {last, before}) {
      if (known != null && known.bytes() == source) {
        return known;
      }
    }
    before = last;
    last = read(source);
    return last;
  }

  private Known read(SourceBytes source) {
    List<Remark> remarks = new ArrayList<>();
    try {
      List<Group> groups =
          reader.read(source, (key, values) -> remarks.add(new Remark(key, values)));
      return new Known(source, groups, remarks, Optional.empty());
    } catch (UnreadableSourceException unreadable) {
      return new Known(source, List.of(), remarks, Optional.of(unreadable));
    }
  }
}
