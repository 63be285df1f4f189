package org.handbill.widget.type.resources;

import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;

/**
 * What the template shows.
 *
 * @param t the texts of Handbill's own
 * @param sections the groups
 * @param notice what to say where something is missing; empty for nothing
 */
public record ResourcesView(Messages.Texts t, List<Section> sections, String notice) {

  /**
   * A group.
   *
   * @param count how many entries it has, in words
   */
  public record Section(String title, String count, List<Row> rows) {}

  /**
   * An entry.
   *
   * @param badges its language where that is another than the list's, and its kind
   * @param summary cleaned HTML
   */
  public record Row(Target target, List<Badge> badges, String summary, List<Target> links) {}

  /** A short mark beside a link, in a language of its own where it has one. */
  public record Badge(String text, String language) {}

  /**
   * A link.
   *
   * @param language of what it leads to, where it is another than the list's; empty else
   * @param dir of that language; empty else
   */
  public record Target(String title, String url, String language, String dir) {}

  static ResourcesView of(
      List<Group> groups, Language language, Messages messages, boolean complete) {
    Messages.Texts texts = messages.in(language);
    boolean nothing = groups.isEmpty();
    return new ResourcesView(
        texts,
        groups.stream().map(group -> section(group, language, texts)).toList(),
        nothing || !complete ? texts.get(nothing ? "nothing" : "incomplete") : "");
  }

  private static Section section(Group group, Language language, Messages.Texts texts) {
    String title = group.title().isEmpty() ? texts.get("more") : group.title();
    return new Section(
        title,
        texts.format("count", group.items().size()),
        group.items().stream().map(item -> row(item, language, texts)).toList());
  }

  private static Row row(Item item, Language language, Messages.Texts texts) {
    Optional<Language> other = other(item.language(), language);
    List<Badge> badges = new java.util.ArrayList<>();
    other.ifPresent(found -> badges.add(new Badge(found.ownName(), found.tag())));
    if (item.kind() != Kind.PAGE) {
      badges.add(new Badge(texts.get("kind." + item.kind().param()), ""));
    }
    return new Row(
        target(item.title(), item.url().toString(), other),
        badges,
        item.summary().html(),
        item.links().stream()
            .map(
                link ->
                    target(link.title(), link.url().toString(), other(link.language(), language)))
            .toList());
  }

  private static Target target(String title, String url, Optional<Language> language) {
    return new Target(
        title, url, language.map(Language::tag).orElse(""), language.map(Language::dir).orElse(""));
  }

  private static Optional<Language> other(Optional<Language> found, Language language) {
    return found.filter(tagged -> !tagged.equals(language));
  }
}
