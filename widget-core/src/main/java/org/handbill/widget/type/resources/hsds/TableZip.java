package org.handbill.widget.type.resources.hsds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;

/**
 * Unpacks the tables of HSDS from a zip, in memory. A zip may hold a thousand times its own size,
 * so every byte counts against the limits as it comes, also of entries that are passed over; and
 * what the zip says of sizes is not believed.
 *
 * @param mostOfTable how many bytes a table may have
 * @param mostInAll how many bytes all entries may have together
 */
record TableZip(int mostOfTable, int mostInAll) {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int MOST_OF_TABLE = 20 * MEGABYTE;
  private static final int MOST_IN_ALL = 40 * MEGABYTE;
  private static final int MOST_ENTRIES = 64;
  private static final int NAMES_TOLD = 10;
  private static final int LONGEST_NAME = 60;

  /** Bytes of the record that ends a zip, without and with its comment. */
  private static final int SHORTEST_END = 22;

  private static final int LONGEST_END = SHORTEST_END + 0xFFFF;

  /** How many times its bytes the objects take that a table becomes. */
  private static final int TIMES = 20;

  /** A zip with the usual limits, or lower ones where this process has little memory. */
  static TableZip here() {
    long room = Math.max(MEGABYTE, Runtime.getRuntime().maxMemory() / TIMES);
    return new TableZip((int) Math.min(MOST_OF_TABLE, room), (int) Math.min(MOST_IN_ALL, room));
  }

  /** Whether bytes are a zip, be it an empty one. */
  static boolean isZip(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /**
   * The tables by their names (see {@link TableNames}), in the zip's order and in whatever folder
   * they are; of two with the same name, the first.
   *
   * @throws UnreadableSourceException for a workbook, and what has no table of services, is damaged
   *     or too large
   */
  Map<String, SourceBytes> tables(SourceBytes zip) throws UnreadableSourceException {
    if (!isWhole(zip.bytes())) {
      throw new UnreadableSourceException("hsds.zip-damaged");
    }
    Map<String, SourceBytes> tables = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    // What the names of entries are written in doesn't matter: those looked for are ASCII.
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip.bytes()), StandardCharsets.ISO_8859_1)) {
      int left = mostInAll;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (isOfOffice(name)) {
          throw new UnreadableSourceException("sheet.workbook");
        }
        if (names.size() == MOST_ENTRIES) {
          throw new UnreadableSourceException("hsds.zip-entries", MOST_ENTRIES);
        }
        names.add(name);
        Optional<String> table =
            TableNames.ofFile(name).filter(found -> !tables.containsKey(found));
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        left -= unpack(in, name, left, table.isPresent(), kept);
        table.ifPresent(
            found ->
                tables.put(
                    found,
                    new SourceBytes(
                        kept.toByteArray(), Optional.empty(), zip.base(), zip.modified())));
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw new UnreadableSourceException("hsds.zip-damaged");
    }
    if (!tables.containsKey(TableNames.SERVICE)) {
      throw names.isEmpty()
          ? new UnreadableSourceException("hsds.zip-empty")
          : new UnreadableSourceException("hsds.zip-none", told(names));
    }
    return tables;
  }

  /**
   * Whether the record is there that ends every zip. Of one that breaks off between two entries,
   * the entries before would pass for all.
   */
  private static boolean isWhole(byte[] zip) {
    int furthest = Math.max(0, zip.length - LONGEST_END);
    for (int i = zip.length - SHORTEST_END; i >= furthest; i--) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  /** Reads an entry to its end, and says how long it was. */
  private int unpack(
      ZipInputStream in, String name, int left, boolean isTable, ByteArrayOutputStream kept)
      throws IOException, UnreadableSourceException {
    byte[] buffer = new byte[16 * 1024];
    int size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      if (size > left) {
        throw new UnreadableSourceException("hsds.zip-large", mostInAll / MEGABYTE);
      }
      if (isTable && size > mostOfTable) {
        throw new UnreadableSourceException("hsds.zip-table", shown(name), mostOfTable / MEGABYTE);
      }
      if (isTable) {
        kept.write(buffer, 0, read);
      }
    }
    return size;
  }

  /** The formats of spreadsheet programs are zips, too. */
  private static boolean isOfOffice(String name) {
    return name.equals("[Content_Types].xml") || name.startsWith("xl/") || name.equals("mimetype");
  }

  private static String told(List<String> names) {
    String told = String.join(", ", names.stream().limit(NAMES_TOLD).map(TableZip::shown).toList());
    return names.size() > NAMES_TOLD ? told + " …" : told;
  }

  private static String shown(String name) {
    String line = Values.line(name);
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
  }
}
