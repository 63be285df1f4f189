package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Improvement;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.View;
import org.handbill.widget.type.donate.Offering.Amount;
import org.handbill.widget.type.donate.Offering.Designation;

/** Donate buttons and where their goal stands today. */
record Appeal(Donate donate, Optional<Goal.Standing> standing) implements Content {

  @Override
  public View view(Audience audience, Links links) {
    return new Page(audience, DonateType.MESSAGES.in(audience.language())).view();
  }

  @Override
  public int height(Audience audience, Links links, int width) {
    Page page = new Page(audience, DonateType.MESSAGES.in(audience.language()));
    return new DonateHeight(page.shown(), width).height();
  }

  @Override
  public String privacy(Audience audience) {
    Messages.Texts texts = DonateType.MESSAGES.in(audience.language());
    String platform = new Page(audience, texts).platform();
    return texts.format("privacy", platform)
        + (donate.credit(audience).isEmpty() ? "" : " " + texts.get("privacy.credit"));
  }

  /** What one audience sees. */
  private final class Page {
    private final Audience audience;
    private final Messages.Texts texts;
    private final Offering offering = donate.offering();
    private final Money money = offering.money();
    private final boolean oneButton = donate.look().layout() == Layout.BUTTON;

    Page(Audience audience, Messages.Texts texts) {
      this.audience = audience;
      this.texts = texts;
    }

    View view() {
      DonateView shown = shown();
      URI plain = plainLink(designations().get(0), onlyFrequency());
      return new View(
          "org/handbill/widget/type/donate/donate.jte",
          Map.of("view", shown),
          DonateData.of(donate, buttons(), otherLink(designations().get(0), first()), standing),
          Optional.of(donate.file().fallbackUrl().orElse(plain)),
          shown.purposes().stream()
              .flatMap(purpose -> purpose.panels().stream())
              .flatMap(panel -> panel.own().stream())
              .map(own -> URI.create(own.action()))
              .findFirst(),
          Improvement.NONE);
    }

    DonateView shown() {
      return new DonateView(
          texts,
          donate.look().layout().word(),
          donate.look().newTab(),
          purposes(),
          standing.map(found -> Meters.of(found, money, audience.language(), texts)));
    }

    private List<DonateView.Purpose> purposes() {
      return designations().stream()
          .map(
              designation ->
                  new DonateView.Purpose(
                      designation.map(this::title).orElse(""),
                      frequencies().stream().map(often -> panel(designation, often)).toList()))
          .toList();
    }

    /** The host of the platform that gifts are made on. */
    String platform() {
      return plainLink(designations().get(0), onlyFrequency()).getHost();
    }

    /** Every amount with every frequency and designation, as data has them. */
    private List<DonateView.Option> buttons() {
      return designations().stream()
          .flatMap(
              designation ->
                  offered().stream().flatMap(often -> options(designation, often).stream()))
          .toList();
    }

    private DonateView.Panel panel(Optional<Designation> designation, Optional<Frequency> often) {
      String word = word(often);
      boolean amounts = !oneButton && !offering.amounts().isEmpty();
      boolean asksHere = !oneButton && offering.own().isPresent();
      return new DonateView.Panel(
          word,
          often.map(found -> texts.get("frequency." + found.word())).orElse(""),
          oneButton ? List.of() : options(designation, often),
          asksHere ? own(designation, often) : Optional.empty(),
          (amounts ? otherLink(designation, often) : plainLink(designation, often)).toString(),
          texts.get(amounts ? "other" : "give." + word),
          aloud(texts.get((amounts ? "other." : "give.") + word)));
    }

    private List<DonateView.Option> options(
        Optional<Designation> designation, Optional<Frequency> often) {
      return offering.amounts().stream().map(amount -> option(amount, designation, often)).toList();
    }

    private DonateView.Option option(
        Amount amount, Optional<Designation> designation, Optional<Frequency> often) {
      String said = texts.format("label." + word(often), money.spoken(amount.value(), texts));
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
          money.format(amount.value(), audience.language()),
          suggested,
          impact,
          said,
          aloud(whole),
          link(Optional.of(amount.value()), designation, often, offering.forAnother()).toString());
    }

    /** The plain form that asks for an amount, and sends all else along as it is. */
    private Optional<DonateView.Own> own(
        Optional<Designation> designation, Optional<Frequency> often) {
      Optional<String> parameter = donate.platform().amountParameter(donate.form());
      return parameter.map(
          name -> {
            String link =
                link(Optional.of(BigDecimal.ONE), designation, often, offering.forAnother())
                    .toString();
            Offering.Range range = offering.own().orElseThrow();
            return new DonateView.Own(
                Query.bare(link),
                Query.parameters(link).stream()
                    .filter(other -> !other.name().equals(name))
                    .toList(),
                name,
                range.min().map(Gift::plain).orElse(money.coin()),
                range.max().map(Gift::plain).orElse(""),
                money.coin(),
                texts.format("own", limits(range)),
                texts.get("give.any"),
                aloud(texts.get("give.own." + word(often))));
          });
    }

    private String limits(Offering.Range range) {
      Optional<String> min = range.min().map(least -> money.format(least, audience.language()));
      Optional<String> max = range.max().map(most -> money.format(most, audience.language()));
      if (min.isPresent() && max.isPresent()) {
        return texts.format("own.between", min.get(), max.get());
      }
      return min.map(least -> texts.format("own.least", least))
          .or(() -> max.map(most -> texts.format("own.most", most)))
          .orElse(money.symbol(audience.language()));
    }

    private String aloud(String text) {
      return donate.look().newTab() ? texts.format("joined", text, texts.get("new-tab")) : text;
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
      return oneButton ? List.of(onlyFrequency()) : offered();
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
      return donate
          .platform()
          .link(
              donate.form(),
              new Gift(
                  amount,
                  often,
                  designation.map(Designation::code).orElse(""),
                  donate.credit(audience),
                  audience.language(),
                  offer));
    }

    private String word(Optional<Frequency> often) {
      return often.map(Frequency::word).orElse("any");
    }
  }
}
