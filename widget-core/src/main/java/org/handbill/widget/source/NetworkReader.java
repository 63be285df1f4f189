package org.handbill.widget.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Network.Embedding;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.Problems;

/** Makes a {@link Network} of {@code handbill.yaml}, which has passed its schema. */
final class NetworkReader {

  private final Problems problems;

  NetworkReader(Problems problems) {
    this.problems = problems;
  }

  Network read(Node file) {
    Node network = file.require("network");
    DeliveryReader deliveries = new DeliveryReader(problems);
    Languages languages = languages(file.items("languages"));
    URI home = network.require("url").uri(problems).orElse(URI.create("about:blank"));
    return new Network(
        PlainText.line(network.require("name").text()),
        home,
        network.get("privacy-url").flatMap(url -> url.uri(problems)),
        network.get("image").flatMap(image -> image(image, languages)),
        languages,
        file.text("embedding").orElse("anyone").equals("members")
            ? Embedding.MEMBERS
            : Embedding.ANYONE,
        file.get("closed").map(closed -> Closing.read(closed, languages, home, problems)),
        members(file.items("members"), deliveries, languages, home),
        file.items("editors").stream().map(Node::text).toList(),
        deliveries.read("", file.items("delivery")));
  }

  private Optional<Network.Image> image(Node image, Languages languages) {
    return image
        .require("url")
        .uri(problems)
        .map(
            url ->
                new Network.Image(
                    url,
                    image.require("width").json().asInt(),
                    image.require("height").json().asInt(),
                    image.require("alt").localized(languages, problems)));
  }

  private Languages languages(List<Node> nodes) {
    List<Language> languages = new ArrayList<>();
    for (Node node : nodes) {
      Optional<Language> language = Language.parse(node.text());
      if (language.isEmpty()) {
        problems.error(NetworkFolder.MESSAGES, node.place(), "language.malformed", node.text());
      } else if (languages.contains(language.get())) {
        problems.error(NetworkFolder.MESSAGES, node.place(), "language.twice", node.text());
      } else {
        languages.add(language.get());
        if (Messages.LANGUAGES.find(language.get().tag()).isEmpty()) {
          problems.warning(NetworkFolder.MESSAGES, node.place(), "language.unspoken", node.text());
        }
      }
    }
    return new Languages(languages.isEmpty() ? List.of(Language.ENGLISH) : languages);
  }

  private List<Member> members(
      List<Node> nodes, DeliveryReader deliveries, Languages languages, URI url) {
    Map<String, Place> seen = new HashMap<>();
    List<Member> members = new ArrayList<>();
    for (Node node : nodes) {
      Node id = node.require("id");
      Place first = seen.putIfAbsent(id.text(), id.place());
      if (first != null) {
        problems.error(
            NetworkFolder.MESSAGES, id.place(), "member.duplicate", id.text(), first.toString());
      }
      members.add(
          new Member(
              id.text(),
              PlainText.line(node.require("name").text()),
              node.items("origins").stream().map(origin -> origin(origin.text())).toList(),
              node.text("source-code").orElse(""),
              node.get("theme").map(NetworkReader::look).orElse(Member.Look.PLAIN),
              node.get("closed").map(closed -> Closing.read(closed, languages, url, problems)),
              deliveries.read(id.text() + "/", node.items("delivery"))));
    }
    return members;
  }

  /** As browsers write it: lower case, and no port where it is the scheme's own. */
  private static String origin(String text) {
    String origin = text.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    String usual = origin.startsWith("https:") ? ":443" : ":80";
    return origin.endsWith(usual) ? origin.substring(0, origin.length() - usual.length()) : origin;
  }

  private static Member.Look look(Node theme) {
    return new Member.Look(
        theme.text("accent").flatMap(Color::parse), theme.text("radius"), theme.text("font"));
  }
}
