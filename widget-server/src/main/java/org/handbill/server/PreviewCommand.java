package org.handbill.server;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handbill.widget.Preview;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code preview URL-or-file}: what a list of resources would take from one page. */
@Command(
    name = "preview",
    description = "Prints what a list of resources would take from a page or a Markdown file.",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

  private static final URI ABOUT = URI.create("https://handbill.example/");

  @Parameters(paramLabel = "PAGE", description = "A web address, or the path of a file.")
  private String page = "";

  @Option(
      names = "--within",
      paramLabel = "SELECTOR",
      description = "The part of the page to read, as a CSS selector such as main.")
  private @Nullable String within;

  @Option(
      names = "--without",
      paramLabel = "SELECTOR",
      description = "The parts to leave out, such as .news.")
  private @Nullable String without;

  @Option(
      names = "--groups",
      paramLabel = "SELECTOR",
      description = "The headings that make groups, such as h2.")
  private @Nullable String groups;

  @Option(
      names = "--items",
      paramLabel = "SELECTOR",
      description = "The elements that are one entry each, such as .card.")
  private @Nullable String items;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description = "What relative links in a file are relative to.")
  private @Nullable URI base;

  @Option(
      names = "--allow-private",
      description = "The address may be on a private network or on this machine.")
  private boolean allowPrivate;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Preview preview =
        Widgets.preview(
            new Preview.Request(page.strip(), Optional.ofNullable(base), steering(), allowPrivate),
            ABOUT);
    preview.lines().forEach(line -> spec.commandLine().getOut().println(line));
    for (Problem problem : preview.problems()) {
      spec.commandLine().getErr().println("handbill: " + page + ": " + problem.text());
    }
    return preview.lines().isEmpty() ? 1 : 0;
  }

  private Map<String, String> steering() {
    Map<String, String> steering = new LinkedHashMap<>();
    put(steering, "within", within);
    put(steering, "without", without);
    put(steering, "groups", groups);
    put(steering, "items", items);
    return steering;
  }

  private static void put(Map<String, String> steering, String key, @Nullable String selector) {
    if (selector != null) {
      steering.put(key, selector);
    }
  }
}
