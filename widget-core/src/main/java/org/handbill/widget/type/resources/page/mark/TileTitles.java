package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/**
 * Marks which part of a tile is its title, where nothing but a style sheet tells: several links
 * hold parts of the same classes side by side, and in each the first that differs from tile to tile
 * is it.
 */
final class TileTitles {

  private static final int FEWEST = 3;
  private static final int MOST_LEVELS = 4;

  private TileTitles() {}

  /** Marks the titles in place. */
  static void mark(Element root) {
    Map<String, List<List<Element>>> tiles = new LinkedHashMap<>();
    for (Element link : root.select(Selectors.LINK)) {
      List<Element> parts = parts(link);
      if (parts.size() > 1 && classes(parts).stream().distinct().count() == parts.size()) {
        String shape = link.className() + '/' + String.join("/", classes(parts));
        tiles.computeIfAbsent(shape, any -> new ArrayList<>()).add(parts);
      }
    }
    tiles.values().stream()
        .filter(several -> several.size() >= FEWEST)
        .forEach(TileTitles::markFirst);
  }

  /** The parts with words that stand side by side in a link, with no words between them. */
  private static List<Element> parts(Element link) {
    List<Element> parts = List.of(link);
    for (int level = 0; parts.size() == 1 && level < MOST_LEVELS; level++) {
      Element line = parts.get(0);
      if (tells(line.ownText())) {
        return List.of();
      }
      parts = line.children().stream().filter(part -> tells(part.text())).toList();
    }
    return parts;
  }

  private static boolean tells(String words) {
    return Titles.TELLING.matcher(words).find();
  }

  private static List<String> classes(List<Element> parts) {
    return parts.stream()
        .map(part -> part.normalName() + ' ' + part.className())
        .filter(name -> !name.endsWith(" "))
        .toList();
  }

  private static void markFirst(List<List<Element>> tiles) {
    List<List<Element>> columns =
        IntStream.range(0, tiles.get(0).size())
            .mapToObj(part -> tiles.stream().map(parts -> parts.get(part)).toList())
            .filter(TileTitles::names)
            .toList();
    // A sort that several tiles share may stand before what tells them apart.
    columns.stream()
        .filter(column -> distinct(column) == column.size())
        .findFirst()
        .or(
            () ->
                columns.stream().filter(column -> distinct(column) * 2 > column.size()).findFirst())
        .ifPresent(column -> column.forEach(LinkNames::title));
  }

  private static boolean names(List<Element> column) {
    return column.stream()
        .map(TileTitles::words)
        .allMatch(said -> WeakTitles.mayName(said) && !WeakTitles.idle(said) && !counts(said));
  }

  private static long distinct(List<Element> column) {
    return column.stream().map(TileTitles::words).distinct().count();
  }

  private static String words(Element part) {
    return PlainText.line(part.text());
  }

  /** A day, a time or a number rather than a name. */
  private static boolean counts(String words) {
    long digits = words.chars().filter(Character::isDigit).count();
    return digits * 4 > words.length();
  }
}
