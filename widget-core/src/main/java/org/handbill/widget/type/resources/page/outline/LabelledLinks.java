package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;

/**
 * Knows a paragraph whose lines are an entry each: a name, and behind it links that name nothing,
 * as in “Rent court: website”. Lines such as “Office: 555 0100” tell of one entry.
 */
final class LabelledLinks {

  private static final int FEWEST = 2;
  private static final int LONGEST = 80;

  private static final Pattern ENDS = Pattern.compile("(?:[:–—]|\\s-|\\()\\s*$");

  /** What an entry's own links are told apart by. */
  private static final Pattern OF_ONE =
      Pattern.compile(
          "(?iu)\\b(?:office|hotline|helpline|toll|free|tty|tdd|main|local|fax|cell|mobile|oficinas?|línea|linea|gratis|gratuit\\p{L}+"
              + "|general|text|texto|24|hours?|horas|desk|admin\\p{L}*|fijo|móvil|movil|centralita|whatsapp|by|por"
              + "|spanish|english|español|inglés|intake|after|donate|donar|register|source|fuente|author|autor\\p{L}*|isbn|doi)\\b");

  private LabelledLinks() {}

  /** Whether lines are such a list. */
  static boolean list(List<Lines.Line> lines) {
    List<Lines.Line> said =
        lines.stream().filter(line -> !line.text().isBlank() || line.linked()).toList();
    return said.size() >= FEWEST
        && said.stream().allMatch(LabelledLinks::labelled)
        && said.stream().map(LabelledLinks::label).distinct().count() == said.size();
  }

  private static String label(Lines.Line line) {
    return line.before(line.firstLink()).toLowerCase(Locale.ROOT);
  }

  private static boolean labelled(Lines.Line line) {
    if (!line.linked()) {
      return false;
    }
    String label = line.before(line.firstLink());
    String name = Titles.trimmed(label);
    return ENDS.matcher(label).find()
        && name.length() <= LONGEST
        && !WeakTitles.idle(name)
        && !OF_ONE.matcher(name).find()
        && line.tokens().stream()
            .noneMatch(token -> token instanceof Token.Linked linked && linked.anchor().names());
  }
}
