package org.handbill.widget.type.donate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.type.donate.money.Money;

/**
 * Donate buttons as their editor defined them.
 *
 * @param offerings what donors may choose from, one a currency; never empty
 * @param codes the source codes that this widget has for members by their id, instead of their own
 * @param look how it is shown
 * @param goal how much is wanted
 */
record Donate(
    WidgetFile file,
    Platform platform,
    List<Offering> offerings,
    Map<String, String> codes,
    Look look,
    Optional<Goal> goal)
    implements Definition {

  /** The query parameter that says which currency comes first. */
  static final String CURRENCY = "currency";

  Donate {
    offerings = List.copyOf(offerings);
    codes = Map.copyOf(codes);
  }

  /**
   * How it is shown.
   *
   * @param newTab whether the platform opens in a tab of its own
   */
  record Look(Layout layout, boolean newTab) {}

  @Override
  public List<Source> sources() {
    return goal.flatMap(Goal::feed).stream().<Source>map(GoalFeed::source).toList();
  }

  @Override
  public int entries(Source source, SourceBytes bytes, LocalDate today, Problems problems) {
    goal.flatMap(Goal::feed).ifPresent(feed -> feed.figures(bytes, problems));
    return 1;
  }

  @Override
  public Content content(Material material, Problems problems) {
    return new Appeal(this, goal.flatMap(found -> found.standing(material)));
  }

  /** True where donors choose among currencies. */
  boolean hasSeveralCurrencies() {
    return offerings.size() > 1;
  }

  /** The currency that the network thinks in. */
  Money money() {
    return offerings.get(0).money();
  }

  /** The offerings, that of the audience's currency first where it asks for one. */
  List<Offering> offerings(Audience audience) {
    String code = audience.parameters().getOrDefault(CURRENCY, "");
    List<Offering> sorted = new ArrayList<>(offerings);
    sorted.sort(Comparator.comparing(offering -> !offering.code().equals(code)));
    return sorted;
  }

  /** The code by which a form's platform knows the member whose page it is; empty for none. */
  String credit(String form, Audience audience) {
    return platform
        .codes(form)
        .flatMap(kept -> audience.member())
        .map(member -> codes.getOrDefault(member.id(), member.sourceCode()))
        .orElse("");
  }
}
