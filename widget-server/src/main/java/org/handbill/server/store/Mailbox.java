package org.handbill.server.store;

import java.util.Set;

/** Where mail for an address ends up: many addresses can lead to one person's mailbox. */
final class Mailbox {

  private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

  private Mailbox() {}

  /**
   * The mailbox of an address, in so far as it can be told: without the tag behind a plus sign, and
   * without the dots that one large provider does not look at.
   *
   * @param address in lower case
   */
  static String of(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1) {
      return address;
    }
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    int plus = local.indexOf('+');
    if (plus > 0) {
      local = local.substring(0, plus);
    }
    if (DOTLESS.contains(domain)) {
      return local.replace(".", "") + "@gmail.com";
    }
    return local + "@" + domain;
  }
}
