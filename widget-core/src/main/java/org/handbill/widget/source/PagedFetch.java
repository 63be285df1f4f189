package org.handbill.widget.source;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Paging;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;

/**
 * Fetches an address, and where it answers in pages, one page after the other to the last: all of
 * them or, when one is missing, none.
 */
record PagedFetch(HttpFetcher fetcher, Source.AtUrl url, Clock clock) {

  private static final int MOST_PAGES = 50;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What is there now, where a copy is known from before. */
  Fetched after(SourceCopy previous) {
    // That the first page is unchanged says nothing of the others.
    Optional<Validators> known =
        previous
            .bytes()
            .filter(bytes -> oneOfMany(bytes).isEmpty())
            .map(bytes -> previous.validators());
    Fetched first = fetcher.fetch(url.uri(), url.allowPrivate(), known, url.mostBytes());
    if (first instanceof Fetched.Fresh fresh) {
      return oneOfMany(fresh.bytes()).map(page -> all(fresh, page)).orElse(fresh);
    }
    return first;
  }

  private Optional<Paging.Page> oneOfMany(SourceBytes answer) {
    return url.paging().flatMap(paging -> paging.page(answer)).filter(page -> page.of() > 1);
  }

  private Fetched all(Fetched.Fresh first, Paging.Page page) {
    Paging paging = url.paging().orElseThrow();
    String name = new WebAddress(first.finalUri()).name();
    Instant deadline = clock.instant().plus(LONGEST);
    List<SourceBytes> pages = new ArrayList<>(List.of(first.bytes()));
    int size = first.bytes().bytes().length;
    int most = page.of();
    for (int number = page.number() + 1; number <= most; number++) {
      if (most > MOST_PAGES) {
        return Fetched.refused("fetch.pages", name, text(MOST_PAGES));
      }
      if (clock.instant().isAfter(deadline)) {
        return Fetched.refused("fetch.timeout", name, text((int) LONGEST.toSeconds()));
      }
      Fetched fetched = one(paging.address(first.finalUri(), number), number);
      if (!(fetched instanceof Fetched.Fresh fresh)) {
        return fetched;
      }
      int wanted = number;
      Optional<Paging.Page> next =
          paging.page(fresh.bytes()).filter(found -> found.number() == wanted);
      if (next.isEmpty()) {
        return Fetched.refused("fetch.page-other", text(number), name);
      }
      most = next.get().of();
      size += fresh.bytes().bytes().length;
      if (size > url.mostBytes()) {
        return Fetched.refused("fetch.too-large", name, text(url.mostBytes() / 1024));
      }
      pages.add(fresh.bytes());
    }
    return new Fetched.Fresh(paging.joined(pages), Validators.NONE, first.finalUri());
  }

  /** A page; a refusal says which one it was. */
  private Fetched one(URI address, int number) {
    Fetched fetched = fetcher.fetch(address, url.allowPrivate(), Optional.empty(), url.mostBytes());
    if (fetched instanceof Fetched.Refused refused) {
      String reason =
          NetworkFolder.MESSAGES
              .in(Language.ENGLISH)
              .format(refused.key(), refused.args().toArray());
      return new Fetched.Refused("fetch.page", List.of(text(number), reason), refused.retryAfter());
    }
    return fetched;
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
