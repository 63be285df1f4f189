package org.handbill.server.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;

/**
 * What an editor wrote under a channel's kind, with {@code ${NAME}} and {@code ${file:/path}}
 * replaced by what they stand for on this machine. The schema has held everything else.
 */
final class ChannelSettings {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?<file>file:)?(?<name>[^}]+)}");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

  private final Node node;
  private final Language language;
  private final Function<String, Optional<String>> environment;

  /**
   * @param language what the network writes in first
   */
  ChannelSettings(Node node, Language language, Function<String, Optional<String>> environment) {
    this.node = node;
    this.language = language;
    this.environment = environment;
  }

  /** What the network writes in first. */
  Language language() {
    return language;
  }

  /** A text that is no secret. */
  Optional<String> text(String key) {
    return node.text(key);
  }

  /** A text that is no secret, or what to assume without it. */
  String text(String key, String assumed) {
    return text(key).orElse(assumed);
  }

  /** The entries of a list; one value counts as a list of it, and none as an empty one. */
  List<String> list(String key) {
    return node.items(key).stream().map(Node::text).toList();
  }

  /** The whole numbers of a list. */
  List<Long> numbers(String key) {
    return node.items(key).stream().map(item -> item.json().asLong(0)).toList();
  }

  /** A mapping of texts, in the editor's order; an absent one is empty. */
  Map<String, String> mapping(String key) {
    Map<String, String> mapping = new LinkedHashMap<>();
    node.get(key)
        .ifPresent(
            found -> found.keys().forEach(name -> mapping.put(name, found.require(name).text())));
    return mapping;
  }

  /** Whether private networks and any port are allowed. */
  boolean allowPrivate() {
    return node.flag("allow-private", false);
  }

  /** A secret that the schema requires. */
  String secret(String key) throws UnreadyException {
    return resolved(node.require(key));
  }

  /** A secret that may be absent. */
  Optional<String> optionalSecret(String key) throws UnreadyException {
    Optional<Node> found = node.get(key);
    return found.isPresent() ? Optional.of(resolved(found.get())) : Optional.empty();
  }

  /** One secret or several, the first the newest. */
  List<String> secrets(String key) throws UnreadyException {
    List<String> secrets = new ArrayList<>();
    for (Node item : node.items(key)) {
      secrets.add(resolved(item));
    }
    return secrets;
  }

  /** A web address that the schema requires, and which may be a secret itself. */
  String address(String key) throws UnreadyException {
    Node written = node.require(key);
    try {
      Optional<URI> plain =
          REFERENCE.matcher(written.text()).matches()
              ? Optional.of(new URI(resolved(written)))
              : written.uri(new Problems());
      if (plain.isPresent()) {
        return plain.get().toString();
      }
    } catch (URISyntaxException malformed) {
      // told below, without the address
    }
    throw new UnreadyException(
        "What '" + key + "' stands for (" + written.place() + ") is not a web address.");
  }

  /** A web address, or what to assume without it. */
  String address(String key, String assumed) throws UnreadyException {
    return node.get(key).isPresent() ? address(key) : assumed;
  }

  private String resolved(Node written) throws UnreadyException {
    Matcher reference = REFERENCE.matcher(written.text());
    if (!reference.matches()) {
      return written.text();
    }
    String name = reference.group("name");
    boolean file = reference.group("file") != null;
    String value = file ? content(name, written) : variable(name, written);
    if (!PRINTABLE.matcher(value).matches()) {
      throw new UnreadyException(
          "What "
              + written.text()
              + " ("
              + written.place()
              + ") stands for has blanks, line breaks or letters that no key has.");
    }
    return value;
  }

  private String variable(String name, Node written) throws UnreadyException {
    return environment
        .apply(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new UnreadyException(
                    "The environment variable "
                        + name
                        + " is not set, which "
                        + written.place()
                        + " asks for."));
  }

  private static String content(String path, Node written) throws UnreadyException {
    try {
      String content = Files.readString(Path.of(path)).strip();
      if (!content.isEmpty()) {
        return content;
      }
    } catch (IOException | InvalidPathException unreadable) {
      // told below, as an empty one is
    }
    throw new UnreadyException(
        "The file " + path + ", which " + written.place() + " asks for, is empty or unreadable.");
  }
}
