package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.donate.money.Money;
import org.handbill.widget.type.donate.money.Plural;

/** Words and figures for where a goal stands. */
final class Meters {

  private Meters() {}

  static DonateView.Meter of(
      Goal.Standing standing, Money money, Language language, Messages.Texts texts) {
    Goal goal = standing.goal();
    BigDecimal raised = money.inCoins(standing.raised());
    return new DonateView.Meter(
        texts.format("goal", money.format(raised, language), money.format(goal.amount(), language)),
        Gift.plain(raised.min(goal.amount())),
        Gift.plain(goal.amount()),
        details(standing, language, texts),
        remark(standing, language, texts));
  }

  private static String details(Goal.Standing standing, Language language, Messages.Texts texts) {
    List<String> details = new ArrayList<>();
    standing.donors().map(donors -> counted(donors, texts)).ifPresent(details::add);
    standing
        .goal()
        .until()
        .filter(day -> standing.state() == Goal.State.OPEN)
        .map(day -> texts.format("goal.until", date(day, texts.language())))
        .ifPresent(details::add);
    return String.join(" · ", details);
  }

  static String counted(long donors, Messages.Texts texts) {
    Locale locale = texts.language().locale();
    String number = NumberFormat.getIntegerInstance(locale).format(donors);
    return Plural.of(
        texts.format("goal.donors", number), texts.language(), BigDecimal.valueOf(donors));
  }

  private static String date(LocalDate day, Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withDecimalStyle(DecimalStyle.of(language.locale()))
        .format(day);
  }

  private static String remark(Goal.Standing standing, Language language, Messages.Texts texts) {
    return switch (standing.state()) {
      case OPEN -> "";
      case REACHED -> own(standing.goal().reachedText(), language, texts.get("goal.reached"));
      case ENDED -> own(standing.goal().endedText(), language, texts.get("goal.ended"));
    };
  }

  private static String own(Optional<Localized<String>> written, Language language, String usual) {
    return written.map(text -> text.in(language)).orElse(usual);
  }
}
