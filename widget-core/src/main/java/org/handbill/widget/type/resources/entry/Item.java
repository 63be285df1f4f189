package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.RichText;

/**
 * One entry of a resource list.
 *
 * @param title what a reader looks for; one line, never empty
 * @param url where its main link leads
 * @param links further links of the same entry: its translations, its PDF, its telephone
 * @param summary what the source says about it
 * @param language what it is written in, where the source tells
 * @param facts what else the source states
 */
public record Item(
    String title,
    URI url,
    List<Link> links,
    RichText summary,
    Optional<Language> language,
    Kind kind,
    Facts facts) {

  public Item {
    links = List.copyOf(links);
  }

  /** The same with more links after its own. */
  public Item with(List<Link> more) {
    return withOnly(Stream.concat(links.stream(), more.stream()).toList());
  }

  /** The same with these further links. */
  public Item withOnly(List<Link> further) {
    return new Item(title, url, further, summary, language, kind, facts);
  }

  /** The same, led by one of its further links in place of its main one. */
  public Item ledBy(Link link) {
    List<Link> others = links.stream().filter(other -> !other.equals(link)).toList();
    Optional<Language> spoken = link.language().or(() -> language);
    return new Item(title, link.url(), others, summary, spoken, link.kind(), facts);
  }

  /** The same as far as it can be true on a day: nothing has changed after it. */
  public Item asOf(LocalDate today) {
    return facts.isAhead(today)
        ? new Item(title, url, links, summary, language, kind, facts.undated())
        : this;
  }

  /** Where it leads, the main link first. */
  public List<URI> addresses() {
    return Stream.concat(Stream.of(url), links.stream().map(Link::url)).toList();
  }

  /**
   * What a source may state of an entry besides its words. A day of a year that does not have four
   * digits is none: neither a reader nor RFC 3339 knows what to make of it.
   *
   * @param organization who offers it; one line
   * @param updated when it last changed
   * @param verified when somebody last looked whether it is right
   * @param expires the last day on which it holds; it is hidden from the next
   * @param archive where an archived copy is
   * @param picture where a picture of it is; visitors never ask there
   */
  public record Facts(
      Optional<String> organization,
      Optional<LocalDate> updated,
      Optional<LocalDate> verified,
      Optional<LocalDate> expires,
      Optional<URI> archive,
      Optional<URI> picture) {

    private static final int LAST_YEAR = 9999;

    public Facts {
      updated = updated.filter(Facts::hasUsualYear);
      verified = verified.filter(Facts::hasUsualYear);
      expires = expires.filter(Facts::hasUsualYear);
    }

    private static boolean hasUsualYear(LocalDate day) {
      return day.getYear() >= 0 && day.getYear() <= LAST_YEAR;
    }

    /** Whether they hold on a day. */
    public boolean hold(LocalDate day) {
      return expires.filter(last -> last.isBefore(day)).isEmpty();
    }

    /** Whether it is to have changed after tomorrow; until then it may be another time zone. */
    public boolean isAhead(LocalDate today) {
      return updated.filter(day -> day.isAfter(today.plusDays(1))).isPresent();
    }

    /** The same without the day of the last change. */
    Facts undated() {
      return new Facts(organization, Optional.empty(), verified, expires, archive, picture);
    }

    /** Nothing. */
    public static final Facts NONE =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The day of the last change alone. */
    public static Facts updated(Optional<LocalDate> day) {
      return new Facts(
          Optional.empty(),
          day,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
