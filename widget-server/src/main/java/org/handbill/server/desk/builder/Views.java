package org.handbill.server.desk.builder;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.handbill.server.desk.builder.BuilderView.Choice;
import org.handbill.server.desk.builder.BuilderView.Option;
import org.handbill.server.desk.builder.BuilderView.Setting;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Scheme;

/**
 * Puts what was chosen, and what can be, into words.
 *
 * @param t the texts of Handbill's own, in the page's language
 * @param base the public URL, ending in {@code /}
 * @param style the style sheet's path
 * @param script the script's path
 */
record Views(Messages.Texts t, Widgets widgets, String base, String style, String script) {

  BuilderView of(Optional<Selection> selection) {
    String id = selection.map(found -> found.key().widget().value()).orElse("");
    List<Option> all =
        widgets.list().stream()
            .map(
                file ->
                    new Option(
                        file.id().value(),
                        file.title().in(language(selection)),
                        file.id().value().equals(id)))
            .toList();
    return new BuilderView(
        t, widgets.network().name(), style, script, all, selection.map(this::chosen).orElse(null));
  }

  private Language language(Optional<Selection> selection) {
    return selection.map(found -> found.key().language()).orElse(t.language());
  }

  private BuilderView.Chosen chosen(Selection selection) {
    Snippets snippets = new Snippets(base, widgets.assets().embed(), selection);
    Guidance guidance = new Guidance(t, snippets, Policy.origin(URI.create(base)));
    return new BuilderView.Chosen(
        selection.key().widget().value(),
        selection.title(),
        selection.key().language().tag(),
        choices(selection),
        offered(selection),
        choice("width", HostPage.Width.values(), selection.host().width()),
        List.of(
            choice("ground", HostPage.Shade.values(), selection.host().ground()),
            choice("dir", HostPage.Reading.values(), selection.host().reading())),
        properties(selection),
        parts(selection),
        new Contrast(t, selection).advice(),
        base + selection.query(),
        "preview" + selection.query(),
        selection.offer().pages().key(),
        snippets.style(),
        snippets.rules(),
        selection.reserve(),
        selection.offer().pages().page().toString(),
        guidance.forms(),
        snippets.embed().integrity(),
        guidance.instructions(),
        selection.offer().privacy(),
        guidance.symptoms());
  }

  private List<Choice> choices(Selection selection) {
    Network network = widgets.network();
    String language = selection.key().language().tag();
    String member = selection.key().member();
    List<Option> members = new ArrayList<>();
    members.add(new Option("", t.get("member.none"), member.isEmpty()));
    network.members().stream()
        .filter(one -> one.closed().isEmpty())
        .forEach(one -> members.add(new Option(one.id(), one.name(), one.id().equals(member))));
    List<Option> languages =
        network.languages().list().stream()
            .map(one -> new Option(one.tag(), one.ownName(), one.tag().equals(language)))
            .toList();
    List<Option> themes =
        options(
            Scheme.values(),
            selection.key().scheme(),
            Scheme::param,
            one -> "theme." + one.param());
    return List.of(
        new Choice("lang", t.get("language"), languages),
        new Choice("member", t.get("member"), members),
        new Choice("theme", t.get("theme"), themes));
  }

  private static List<Choice> offered(Selection selection) {
    Map<String, String> set = selection.key().parameters();
    return selection.offer().choices().stream()
        .map(
            choice -> {
              String value = set.getOrDefault(choice.parameter(), "");
              List<Option> options = new ArrayList<>();
              options.add(new Option("", choice.unset(), value.isEmpty()));
              choice
                  .values()
                  .forEach(
                      one ->
                          options.add(
                              new Option(one.value(), one.name(), one.value().equals(value))));
              return new Choice(choice.parameter(), choice.label(), options);
            })
        .toList();
  }

  private <E extends Enum<E>> Choice choice(String parameter, E[] values, E chosen) {
    return new Choice(
        parameter,
        t.get(parameter),
        options(values, chosen, HostPage::param, one -> parameter + "." + HostPage.param(one)));
  }

  private <E> List<Option> options(
      E[] values, E chosen, Function<E, String> param, Function<E, String> key) {
    return Arrays.stream(values)
        .map(one -> new Option(param.apply(one), t.get(key.apply(one)), one == chosen))
        .toList();
  }

  private List<Setting> properties(Selection selection) {
    Map<String, String> given = selection.properties(); // what goes along with an accent, too
    return selection.styling().properties().entrySet().stream()
        .map(
            property ->
                new Setting(
                    Wishes.PROPERTY + property.getKey(),
                    "--handbill-" + property.getKey(),
                    meaning("look.", property.getKey()),
                    given.getOrDefault(property.getKey(), property.getValue()),
                    selection.wishes().properties().getOrDefault(property.getKey(), ""),
                    property.getValue().matches("#.*|light-dark\\(.*")))
        .toList();
  }

  private List<Setting> parts(Selection selection) {
    return selection.styling().parts().stream()
        .map(
            part ->
                new Setting(
                    Wishes.PART + part,
                    "::part(" + part + ")",
                    meaning("part.", part),
                    "",
                    selection.wishes().parts().getOrDefault(part, ""),
                    false))
        .toList();
  }

  private String meaning(String start, String name) {
    return t.has(start + name) ? t.get(start + name) : "";
  }
}
