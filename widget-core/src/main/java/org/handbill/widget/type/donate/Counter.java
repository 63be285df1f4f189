package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.donate.Offering.Amount;
import org.handbill.widget.type.donate.Offering.Designation;
import org.handbill.widget.type.donate.money.Money;

/**
 * Where one audience gives in one currency.
 *
 * @param texts in the audience's language
 */
record Counter(Donate donate, Offering offering, Audience audience, Messages.Texts texts) {

  DonateView.Purse purse() {
    return new DonateView.Purse(
        offering.code(),
        money().title(audience.language()),
        designations().stream()
            .map(
                designation ->
                    new DonateView.Purpose(
                        designation.map(this::title).orElse(""),
                        frequencies().stream().map(often -> panel(designation, often)).toList()))
            .toList());
  }

  /** Every amount with every frequency and designation, as data has them. */
  List<DonateView.Option> buttons() {
    return designations().stream()
        .flatMap(
            designation ->
                offered().stream().flatMap(often -> options(designation, often).stream()))
        .toList();
  }

  /** The platform's form for a donor who chose nothing. */
  URI plainLink() {
    return plainLink(designations().get(0), onlyFrequency());
  }

  /** The platform's form for a donor who chose how often, and not how much. */
  URI otherLink() {
    return otherLink(designations().get(0), first());
  }

  /** The code by which the platform knows the member whose page it is; empty for none. */
  String credit() {
    return donate.credit(offering.form(), audience);
  }

  private Money money() {
    return offering.money();
  }

  private boolean oneButton() {
    return donate.look().layout() == Layout.BUTTON;
  }

  private DonateView.Panel panel(Optional<Designation> designation, Optional<Frequency> often) {
    String word = word(often);
    boolean amounts = !oneButton() && !offering.amounts().isEmpty();
    boolean asksHere = !oneButton() && offering.own().isPresent();
    return new DonateView.Panel(
        word,
        often.map(found -> texts.get("frequency." + found.word())).orElse(""),
        oneButton() ? List.of() : options(designation, often),
        asksHere ? own(designation, often) : Optional.empty(),
        (amounts ? otherLink(designation, often) : plainLink(designation, often)).toString(),
        texts.get(amounts ? "other" : "give." + word),
        aloud(inCurrency(texts.get((amounts ? "other." : "give.") + word))));
  }

  private List<DonateView.Option> options(
      Optional<Designation> designation, Optional<Frequency> often) {
    return offering.amounts().stream().map(amount -> option(amount, designation, often)).toList();
  }

  private DonateView.Option option(
      Amount amount, Optional<Designation> designation, Optional<Frequency> often) {
    String spoken = money().spoken(amount.value(), audience.language());
    String said = texts.format("label." + word(often), spoken);
    String impact = amount.impactIn(audience.language());
    String suggested = amount.suggested() ? texts.get("suggested") : "";
    String whole =
        Stream.of(said, suggested, impact)
            .filter(part -> !part.isEmpty())
            .reduce((one, next) -> texts.format("joined", one, next))
            .orElse(said);
    return new DonateView.Option(
        amount.value(),
        often.map(Frequency::word).orElse(""),
        designation.map(Designation::code).orElse(""),
        money().format(amount.value(), audience.language()),
        suggested,
        impact,
        said,
        aloud(whole),
        link(Optional.of(amount.value()), designation, often, offering.forAnother()).toString());
  }

  /** The plain form that asks for an amount, and sends all else along as it is. */
  private Optional<DonateView.Own> own(
      Optional<Designation> designation, Optional<Frequency> often) {
    Optional<String> parameter = donate.platform().amountParameter(offering.form());
    return parameter.map(
        name -> {
          String link =
              link(Optional.of(BigDecimal.ONE), designation, often, offering.forAnother())
                  .toString();
          Offering.Range range = offering.own().orElseThrow();
          return new DonateView.Own(
              Query.bare(link),
              Query.parameters(link).stream().filter(other -> !other.name().equals(name)).toList(),
              name,
              range.min().map(Gift::plain).orElse(money().coin()),
              range.max().map(Gift::plain).orElse(""),
              money().coin(),
              texts.format("own", limits(range)),
              texts.get("give.any"),
              aloud(inCurrency(texts.get("give.own." + word(often)))));
        });
  }

  private String limits(Offering.Range range) {
    Optional<String> min = range.min().map(least -> money().format(least, audience.language()));
    Optional<String> max = range.max().map(most -> money().format(most, audience.language()));
    if (min.isPresent() && max.isPresent()) {
      return texts.format("own.between", min.get(), max.get());
    }
    return min.map(least -> texts.format("own.least", least))
        .or(() -> max.map(most -> texts.format("own.most", most)))
        .orElse(money().symbol(audience.language()));
  }

  private String aloud(String text) {
    return donate.look().newTab() ? texts.format("joined", text, texts.get("new-tab")) : text;
  }

  /** What says no amount names the currency, where there are several. */
  private String inCurrency(String text) {
    return donate.hasSeveralCurrencies()
        ? texts.format("joined", text, money().name(audience.language()))
        : text;
  }

  private String title(Designation designation) {
    return designation.title().in(audience.language());
  }

  /** What a gift can be for; one that is nothing where nothing is said of it. */
  private List<Optional<Designation>> designations() {
    return offering.designations().isEmpty()
        ? List.of(Optional.empty())
        : offering.designations().stream().map(Optional::of).toList();
  }

  private List<Optional<Frequency>> offered() {
    return offering.frequencies().isEmpty()
        ? List.of(Optional.empty())
        : offering.frequencies().stream().map(Optional::of).toList();
  }

  /** As offered; one button leaves the choice to the platform. */
  private List<Optional<Frequency>> frequencies() {
    return oneButton() ? List.of(onlyFrequency()) : offered();
  }

  private Optional<Frequency> onlyFrequency() {
    return offering.frequencies().size() == 1 ? first() : Optional.empty();
  }

  private Optional<Frequency> first() {
    return offering.frequencies().stream().findFirst();
  }

  private URI plainLink(Optional<Designation> designation, Optional<Frequency> often) {
    return link(offering.suggested(), designation, often, offering.onPlatform());
  }

  private URI otherLink(Optional<Designation> designation, Optional<Frequency> often) {
    return link(Optional.empty(), designation, often, offering.forAnother());
  }

  private URI link(
      Optional<BigDecimal> amount,
      Optional<Designation> designation,
      Optional<Frequency> often,
      Gift.Offer offer) {
    Gift gift =
        new Gift(
            amount,
            money().currency(),
            offering.currencyWritten(),
            often,
            designation.map(Designation::code).orElse(""),
            credit(),
            audience.language(),
            offer);
    return donate.platform().link(offering.form(), gift);
  }

  private static String word(Optional<Frequency> often) {
    return often.map(Frequency::word).orElse("any");
  }
}
