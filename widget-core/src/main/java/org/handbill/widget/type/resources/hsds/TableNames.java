package org.handbill.widget.type.resources.hsds;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the tables of HSDS 1 to 3 that are read, whichever of their words is in the plural. */
final class TableNames {

  static final String SERVICE = "service";
  static final String ORGANIZATION = "organization";
  static final String PHONE = "phone";
  static final String LOCATION = "location";
  static final String SERVICE_AT_LOCATION = "service_at_location";
  static final String LANGUAGE = "language";
  static final String URL = "url";

  /** HSDS 3: which term a service has. */
  static final String ATTRIBUTE = "attribute";

  /** HSDS 2: the same. */
  static final String SERVICE_ATTRIBUTE = "service_attribute";

  /** HSDS 1 and 2: the same. */
  static final String SERVICE_TAXONOMY = "service_taxonomy";

  static final String TAXONOMY_TERM = "taxonomy_term";

  /** HSDS 1: the terms; since HSDS 2, the vocabularies that terms are of. */
  static final String TAXONOMY = "taxonomy";

  private static final Set<String> KNOWN =
      Set.of(
          SERVICE,
          ORGANIZATION,
          PHONE,
          LOCATION,
          SERVICE_AT_LOCATION,
          LANGUAGE,
          URL,
          ATTRIBUTE,
          SERVICE_ATTRIBUTE,
          SERVICE_TAXONOMY,
          TAXONOMY_TERM,
          TAXONOMY);

  private TableNames() {}

  /** The table that a file holds; empty for other files. */
  static Optional<String> ofFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    // What macOS adds to a zip has the names of what it stands beside.
    boolean isTable = name.endsWith(".csv") && !path.startsWith("__MACOSX/");
    return isTable ? of(name.substring(0, name.length() - ".csv".length())) : Optional.empty();
  }

  /** The table of a name; empty for others. */
  static Optional<String> of(String name) {
    return Optional.of(
            Stream.of(name.toLowerCase(Locale.ROOT).split("[_\\s-]+"))
                .map(TableNames::singular)
                .collect(Collectors.joining("_")))
        .filter(KNOWN::contains);
  }

  private static String singular(String word) {
    return word.replaceFirst("ies$", "y").replaceFirst("s$", "");
  }
}
