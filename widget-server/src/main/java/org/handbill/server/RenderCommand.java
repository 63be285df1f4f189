package org.handbill.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handbill.server.serve.files.StaticSite;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Problem;
import org.handbill.widget.source.SourceStatus;
import org.handbill.widget.type.resources.ResourcesType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render NETWORK --out DIR --public-url URL}. */
@Command(
    name = "render",
    description =
        "Writes every snippet, JSON, feed, page and asset as files, for nginx or Caddy to send.",
    mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "NETWORK",
      description = "The folder with handbill.yaml and widgets/; with none, the sample network.")
  private @Nullable Path network;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write: the files into site/, and nginx.conf and Caddyfile beside it.")
  private Path out = Path.of(".");

  @Option(
      names = "--public-url",
      required = true,
      paramLabel = "URL",
      defaultValue = "${env:HANDBILL_PUBLIC_URL}",
      description = "Where the files will stand, such as https://widgets.example.org.")
  private String publicUrl = "";

  @Option(
      names = "--submit-url",
      paramLabel = "URL",
      description = "Where a running server takes sign-ups; without it, forms cannot be sent.")
  private @Nullable String submitUrl;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    URI base = PublicUrl.ofHost(spec, "--public-url", publicUrl);
    Optional<URI> forms =
        Optional.ofNullable(submitUrl).map(url -> PublicUrl.checked(spec, "--submit-url", url));
    try (SampleNetwork sample = new SampleNetwork();
        Widgets widgets =
            Widgets.of(network == null ? sample.open() : network)
                .publicUrl(base)
                .forFiles(forms.orElse(base))
                .open()) {
      widgets.status().problems().forEach(problem -> say(problem.toString()));
      List<SourceStatus> broken =
          widgets.sources().stream()
              .filter(source -> source.state() != SourceStatus.State.OK)
              .toList();
      broken.forEach(source -> say(source.uri() + ": " + source.reason()));
      if (!broken.isEmpty()) {
        say("Nothing was written, since lists would be without what stands there. Try again.");
        return 1;
      }
      // There is no last good copy here but the files of the last time; they are not replaced by
      // a list without what stood in it.
      if (widgets.status().problems().stream().anyMatch(RenderCommand::isEmptySource)) {
        say(
            "Nothing was written, since a source holds nothing; what was written before stays."
                + " Mend the source, or take it out of its list.");
        return 1;
      }
      if (forms.isEmpty() && takesForms(widgets)) {
        say("Forms cannot be sent from these files: name a running server with --submit-url.");
      }
      widgets.fetchPictures();
      Files.createDirectories(out);
      int files = new StaticSite(widgets, base).writeTo(out);
      spec.commandLine()
          .getOut()
          .printf(
              "%d files stand in %s; nginx.conf and Caddyfile beside it say how to send them.%n",
              files, out.resolve("site"));
      return 0;
    } catch (InvalidNetworkException broken) {
      broken.problems().forEach(problem -> say(problem.toString()));
      say("Nothing was written. Mend what is above; handbill check tells when all is well.");
      return 1;
    }
  }

  private static boolean isEmptySource(Problem problem) {
    return problem.key().equals(ResourcesType.NO_LINKS);
  }

  private static boolean takesForms(Widgets widgets) {
    return widgets.list().stream().anyMatch(file -> widgets.form(file.id()).isPresent());
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
  }
}
