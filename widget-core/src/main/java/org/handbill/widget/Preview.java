package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.source.SourceMemory;
import org.handbill.widget.source.Sources;
import org.handbill.widget.type.resources.ResourcePreview;
import org.handbill.widget.type.resources.hsds.HsdsPages;

/**
 * What a list of resources would take from one page or file.
 *
 * @param lines an indented tree that a person reads; none where nothing could be read
 * @param problems what is wrong; an error where there are no lines
 */
public record Preview(List<String> lines, List<Problem> problems) {

  private static final Duration ONCE = Duration.ofDays(1);

  public Preview {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * What to preview.
   *
   * @param where a web address, or the path of a file
   * @param base what relative links in a file are relative to
   * @param steering CSS selectors by the keys of a source: {@code within}, {@code without}, {@code
   *     groups}, {@code items}
   * @param allowPrivate whether the address may be on a private network or on this machine
   */
  public record Request(
      String where, Optional<URI> base, Map<String, String> steering, boolean allowPrivate) {

    public Request {
      steering = Map.copyOf(steering);
    }

    private boolean onTheWeb() {
      return where.regionMatches(true, 0, "http://", 0, 7)
          || where.regionMatches(true, 0, "https://", 0, 8);
    }
  }

  static Preview of(Request request, URI about) {
    Problems problems = new Problems();
    Path file = request.onTheWeb() ? Path.of(".") : Path.of(request.where()).toAbsolutePath();
    Path folder = request.onTheWeb() || file.getParent() == null ? file : file.getParent();
    try (Sources sources = new Sources(about, Clock.systemUTC(), SourceMemory.NONE)) {
      Source source = source(request, String.valueOf(file.getFileName()));
      SourceBytes bytes =
          sources.read(folder, List.of(source), (of, read, unfit) -> 1, problems).get(source);
      List<String> lines =
          bytes == null
              ? List.of()
              : ResourcePreview.lines(source, bytes, request.steering(), problems);
      return new Preview(lines, problems.list());
    }
  }

  private static Source source(Request request, String name) {
    Place place = Place.of(request.where());
    if (!request.onTheWeb()) {
      return new Source.InFolder(name, request.base(), Source.USUAL_BYTES, true, place);
    }
    URI address = URI.create(request.where());
    return new Source.AtUrl(address, ONCE, request.allowPrivate(), place)
        .with(HsdsPages.of(address), Source.USUAL_BYTES);
  }
}
