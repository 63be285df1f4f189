package org.handbill.widget.type.donate;

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

/**
 * Donate buttons as their editor defined them.
 *
 * @param form the address of the network's form on the platform, which did not refuse it
 * @param offering what donors may choose from
 * @param codes the source codes that this widget has for members by their id, instead of their own
 * @param look how it is shown
 * @param goal how much is wanted
 */
record Donate(
    WidgetFile file,
    Platform platform,
    String form,
    Offering offering,
    Map<String, String> codes,
    Look look,
    Optional<Goal> goal)
    implements Definition {

  Donate {
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
  public int entries(Source source, SourceBytes bytes, Problems problems) {
    goal.flatMap(Goal::feed).ifPresent(feed -> feed.figures(bytes, problems));
    return 1;
  }

  @Override
  public Content content(Material material, Problems problems) {
    return new Appeal(this, goal.flatMap(found -> found.standing(material)));
  }

  /** The code by which the platform knows the member whose page it is; empty for none. */
  String credit(Audience audience) {
    return platform
        .codes(form)
        .flatMap(kept -> audience.member())
        .map(member -> codes.getOrDefault(member.id(), member.sourceCode()))
        .orElse("");
  }
}
