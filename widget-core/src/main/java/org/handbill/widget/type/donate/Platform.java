package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** A donation platform: how a gift becomes a link to the network's form there. */
interface Platform {

  /** Every platform, a line each. */
  List<Platform> ALL = List.of(new ActBlue(), new UrlTemplate());

  /** The word after {@code platform:}. */
  String name();

  /** The frequencies that a link can carry. */
  Set<Frequency> frequencies();

  /** Whether the platform keeps this source code; one that it drops in silence is refused. */
  boolean keeps(String sourceCode);

  /** What is wrong with the form's address as a message key, or nothing. */
  java.util.Optional<String> refuses(String form);

  /**
   * The link.
   *
   * @param form what the editor wrote as {@code form}, which this platform did not refuse
   */
  URI link(String form, Gift gift);
}
