package org.handbill.server;

import java.util.Map;

/** A form on each platform; tests answer every one of them with a stand-in. */
public final class PlatformForms {

  /** The address of a form, by the name of its platform. */
  public static final Map<String, String> ALL =
      Map.of(
          "actblue", "https://secure.actblue.com/donate/open-doors",
          "donorbox", "https://donorbox.org/open-doors",
          "every-org", "https://www.every.org/open-doors",
          "givebutter", "https://givebutter.com/open-doors",
          "stripe", "https://buy.stripe.com/5kA3eQ0Wz",
          "paypal", "https://www.paypal.com/donate?business=ABC123",
          "commitchange", "https://us.commitchange.com/nonprofits/1234/donate",
          "action-network", "https://actionnetwork.org/fundraising/open-doors",
          "url-template", "https://give.example.org/?a={amount}&f={frequency}&s={source}&l={lang}");

  private PlatformForms() {}
}
