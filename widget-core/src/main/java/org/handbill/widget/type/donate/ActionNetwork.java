package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Action Network: {@code source} for credit. Amount and frequency are chosen there. */
final class ActionNetwork implements HostedPlatform {

  private static final Site SITE =
      Site.of(
          "https://actionnetwork.org/fundraising/open-doors",
          "(www\\.)?actionnetwork\\.org",
          "/fundraising/[^/]+/?");
  private static final Codes CODES = Codes.of("[A-Za-z0-9_-]*", "codes.dashed");

  @Override
  public String name() {
    return "action-network";
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Optional<Codes> codes(String form) {
    return Optional.of(CODES);
  }

  @Override
  public URI link(String form, Gift gift) {
    return Query.add(form, Map.of("source", gift.sourceCode()));
  }
}
