package org.handbill.server.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handbill.server.store.Delivery.Person;

/**
 * Which field of ours goes to which of a platform's: the usual ones, over which lie the editor's.
 * What is not in it is left out.
 *
 * @param theirs the platform's field by ours; of two that go to one field, the first that holds
 *     something counts
 */
record FieldMapping(Map<String, String> theirs) {

  FieldMapping {
    theirs = new LinkedHashMap<>(theirs);
  }

  /**
   * The usual mapping with the editor's {@code fields}.
   *
   * @param usual ours and theirs in turn
   */
  static FieldMapping of(ChannelSettings settings, String... usual) {
    Map<String, String> theirs = new LinkedHashMap<>();
    for (int i = 0; i < usual.length; i += 2) {
      theirs.put(usual[i], usual[i + 1]);
    }
    theirs.putAll(settings.mapping("fields"));
    return new FieldMapping(theirs);
  }

  /** What the platform is told, by its own field names; empty values are left out. */
  Map<String, String> of(Person person) {
    Map<String, String> told = new LinkedHashMap<>();
    theirs.forEach(
        (our, their) -> {
          String value = value(person, our);
          if (!value.isEmpty()) {
            told.putIfAbsent(their, value);
          }
        });
    return told;
  }

  /**
   * What is known of a person under a name: a field of the form, or {@code source}, {@code member},
   * {@code widget}, {@code language}. Empty for nothing.
   */
  static String value(Person person, String name) {
    String typed = person.values().getOrDefault(name, "");
    if (!typed.isEmpty()) {
      return typed;
    }
    return switch (name) {
      case "source" -> person.source();
      case "member" -> person.member();
      case "widget" -> person.widget();
      case "language" -> person.language();
      default -> "";
    };
  }

  /** The first part of the visitor's language, {@code pt} of {@code pt-BR}; empty for none. */
  static String primaryLanguage(Person person) {
    return value(person, "language").replaceFirst("[-_].*", "");
  }
}
