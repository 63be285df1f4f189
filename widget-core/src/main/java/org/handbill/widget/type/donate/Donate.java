package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;

/** A donate button as its editor defined it; it needs no source, so it is its own content. */
record Donate(
    WidgetFile file,
    Platform platform,
    String form,
    Money money,
    List<BigDecimal> amounts,
    List<Frequency> frequencies,
    Optional<Goal> goal)
    implements Definition, Content {

  private static final Messages MESSAGES = Messages.beside(DonateType.class);

  /** How much is wanted, and how much there is. */
  record Goal(BigDecimal amount, BigDecimal raised) {}

  @Override
  public Content content(Material material, Problems problems) {
    return this;
  }

  @Override
  public View view(Audience audience, Links links) {
    Messages.Texts texts = MESSAGES.in(audience.language());
    List<DonateView.Panel> panels =
        frequencies.stream().map(frequency -> panel(frequency, audience, texts)).toList();
    DonateView view =
        new DonateView(texts, panels, goal.map(found -> meter(found, audience, texts)));
    return new View(
        "org/handbill/widget/type/donate/donate.jte",
        Map.of("view", view),
        data(panels, audience),
        Optional.of(
            file.fallbackUrl().orElse(link(Optional.empty(), frequencies.get(0), audience))));
  }

  private DonateView.Panel panel(Frequency frequency, Audience audience, Messages.Texts texts) {
    List<DonateView.Option> options =
        amounts.stream().map(amount -> option(amount, frequency, audience, texts)).toList();
    return new DonateView.Panel(
        frequency.word(),
        texts.get("frequency." + frequency.word()),
        options,
        link(Optional.empty(), frequency, audience).toString(),
        texts.get(amounts.isEmpty() ? "give." + frequency.word() : "other"),
        texts.get("other." + frequency.word()));
  }

  private DonateView.Option option(
      BigDecimal amount, Frequency frequency, Audience audience, Messages.Texts texts) {
    String written = money.format(amount, audience.language());
    return new DonateView.Option(
        amount,
        frequency.word(),
        written,
        texts.format("label." + frequency.word(), written),
        link(Optional.of(amount), frequency, audience).toString());
  }

  private DonateView.Meter meter(Goal wanted, Audience audience, Messages.Texts texts) {
    String text =
        texts.format(
            "goal",
            money.format(wanted.raised(), audience.language()),
            money.format(wanted.amount(), audience.language()));
    return new DonateView.Meter(
        text,
        wanted.raised().min(wanted.amount()).toPlainString(),
        wanted.amount().toPlainString());
  }

  private URI link(Optional<BigDecimal> amount, Frequency frequency, Audience audience) {
    String credit = audience.member().map(Member::sourceCode).orElse("");
    return platform.link(form, new Gift(amount, frequency, credit, audience.language()));
  }

  private Map<String, Object> data(List<DonateView.Panel> panels, Audience audience) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("platform", platform.name());
    data.put("currency", money.currency().getCurrencyCode());
    data.put(
        "options",
        panels.stream().flatMap(panel -> panel.options().stream()).map(DataOption::of).toList());
    data.put("other", new DataOther(link(Optional.empty(), frequencies.get(0), audience)));
    goal.ifPresent(found -> data.put("goal", found));
    return data;
  }

  private record DataOption(BigDecimal amount, String frequency, String label, String url) {
    static DataOption of(DonateView.Option option) {
      return new DataOption(option.amount(), option.frequency(), option.label(), option.url());
    }
  }

  private record DataOther(URI url) {}
}
