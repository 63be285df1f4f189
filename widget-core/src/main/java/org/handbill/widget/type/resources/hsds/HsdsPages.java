package org.handbill.widget.type.resources.hsds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.model.Paging;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.SourceText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages in which an API of HSDS 3 answers: {@code ?page=2} and so on. Open Referral UK 1, which
 * it came from, has other names in the answer.
 */
public record HsdsPages() implements Paging {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern OWN_PAGE = Pattern.compile("(?:.*&)?page=.*");

  /**
   * How an address is read to its end; empty for one that names a page, which is then read alone.
   */
  public static Optional<Paging> of(URI address) {
    String query = address.getRawQuery();
    return query != null && OWN_PAGE.matcher(query).matches()
        ? Optional.empty()
        : Optional.of(new HsdsPages());
  }

  @Override
  public Optional<Page> page(SourceBytes answer) {
    JsonNode root;
    try {
      root = JSON.readTree(SourceText.of(answer));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
    OptionalInt number = number(root, "page_number", "number");
    OptionalInt of = number(root, "total_pages", "totalPages");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return of.isPresent()
        ? Optional.of(new Page(number.getAsInt(), of.getAsInt()))
        : uncounted(root, number.getAsInt());
  }

  /** A page of an answer that only says of each whether it is the last; one without any is, too. */
  private static Optional<Page> uncounted(JsonNode root, int number) {
    Optional<JsonNode> last =
        Stream.of("last_page", "last").map(root::path).filter(JsonNode::isBoolean).findFirst();
    boolean empty =
        Stream.of("contents", "content")
            .map(root::path)
            .anyMatch(list -> list.isArray() && list.isEmpty());
    int further = Math.max(2, number + 1); // two at least, too, where a server counts from 0
    return last.map(end -> new Page(number, end.asBoolean() || empty ? number : further));
  }

  private static OptionalInt number(JsonNode root, String... names) {
    return Stream.of(names)
        .map(root::path)
        .filter(JsonNode::canConvertToInt)
        .mapToInt(JsonNode::intValue)
        .findFirst();
  }

  @Override
  public URI address(URI other, int number) {
    String query = other.getRawQuery() == null ? "" : other.getRawQuery();
    String kept =
        Stream.of(query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("page="))
            .map(parameter -> parameter + "&")
            .collect(Collectors.joining());
    return other.resolve(other.getRawPath() + "?" + kept + "page=" + number);
  }

  /** An array of the pages. */
  @Override
  public SourceBytes joined(List<SourceBytes> pages) {
    String all = pages.stream().map(SourceText::of).collect(Collectors.joining(",", "[", "]"));
    Optional<Instant> newest =
        pages.stream().flatMap(page -> page.modified().stream()).max(Comparator.naturalOrder());
    return new SourceBytes(
        all.getBytes(StandardCharsets.UTF_8),
        Optional.of("application/json;charset=utf-8"),
        pages.get(0).base(),
        newest);
  }
}
