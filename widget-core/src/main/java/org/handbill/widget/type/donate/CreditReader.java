package org.handbill.widget.type.donate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Nearest;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;

/** Reads {@code source-codes}, and holds every member's code to what the platform keeps. */
record CreditReader(
    Platform platform, Collection<String> forms, Network network, Problems problems) {

  /** The widget's own codes by member. */
  Map<String, String> read(Node node) {
    Place platformPlace = node.require("platform").place();
    Optional<Node> written = node.get("source-codes");
    Map<String, String> codes = new LinkedHashMap<>();
    for (String member : written.map(Node::keys).orElse(List.of())) {
      Node code = written.orElseThrow().require(member);
      if (network.member(member).isEmpty()) {
        unknown(member, code.place());
      }
      hold(code.text(), member, code.place());
      codes.put(member, code.text());
    }
    for (Member member : network.members()) {
      if (!codes.containsKey(member.id())) {
        hold(member.sourceCode(), member.id(), platformPlace);
      }
    }
    boolean anybody =
        !codes.isEmpty()
            || network.members().stream().anyMatch(member -> !member.sourceCode().isEmpty());
    if (anybody && forms.stream().anyMatch(form -> platform.codes(form).isEmpty())) {
      problems.warning(
          DonateType.MESSAGES,
          written.map(Node::place).orElse(platformPlace),
          "credit.not-carried",
          platform.name());
    }
    return codes;
  }

  private void unknown(String member, Place place) {
    List<String> known = network.members().stream().map(Member::id).toList();
    Optional<String> near = Nearest.to(member, known);
    problems.error(
        DonateType.MESSAGES,
        place,
        near.isPresent() ? "member.unknown-near" : "member.unknown",
        member,
        near.orElse(String.join(", ", known)));
  }

  private void hold(String code, String member, Place place) {
    forms.stream()
        .flatMap(form -> platform.codes(form).stream())
        .filter(codes -> !codes.keep(code))
        .forEach(
            codes ->
                problems.error(
                    DonateType.MESSAGES,
                    place,
                    "code.dropped",
                    code,
                    member,
                    DonateType.MESSAGES.in(Language.ENGLISH).get(codes.saying())));
  }
}
