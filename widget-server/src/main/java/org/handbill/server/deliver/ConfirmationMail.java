package org.handbill.server.deliver;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.server.store.OptIns;
import org.handbill.server.web.FormTitle;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.PlainText;

/**
 * Writes the mail that asks for a confirmation. Every word of it is the network's or ours; nothing
 * that a visitor typed is in it, so that nobody can have us write to a stranger for them.
 * Thread-safe.
 */
public final class ConfirmationMail {

  private static final Messages MESSAGES = Messages.beside(ConfirmationMail.class);

  private final Widgets widgets;
  private final String base;
  private final Duration goodFor;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, ConfirmationMail.class.getClassLoader());

  /**
   * @param publicUrl where the links lead
   * @param goodFor how long the link to confirm can be used, in whole days
   */
  public ConfirmationMail(Widgets widgets, URI publicUrl, Duration goodFor) {
    this.widgets = widgets;
    this.base = publicUrl.toString().replaceFirst("/*$", "/");
    this.goodFor = goodFor;
  }

  /** Writes the mail. */
  public Mail compose(OptIns.Claim.Send claim) {
    Language wish = Language.parse(claim.language()).orElse(Language.ENGLISH);
    Network network = widgets.network();
    ConfirmationView view =
        new ConfirmationView(
            MESSAGES.in(wish),
            PlainText.line(network.name()),
            network.url().toString(),
            FormTitle.of(widgets, claim.widgets(), wish),
            base + "confirm/" + claim.confirm(),
            base + "unsubscribe/" + claim.unsubscribe(),
            goodFor.toDays());
    StringOutput html = new StringOutput();
    templates.render("org/handbill/server/deliver/confirmation.jte", Map.of("view", view), html);
    return new Mail(
        claim.email(),
        view.t().language().tag(),
        view.t().format("subject", view.network()),
        text(view),
        html.toString(),
        Map.of(
            "List-Unsubscribe",
            "<" + view.unsubscribe() + ">", // RFC 2369
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click")); // RFC 8058
  }

  private static String text(ConfirmationView view) {
    Messages.Texts t = view.t();
    String forms =
        view.forms().stream().map(form -> "  * " + form.text()).collect(Collectors.joining("\n"));
    return Stream.of(
            t.get("heading"),
            t.format("asked", view.network()),
            forms,
            t.get("act") + "\n" + view.confirm(),
            t.format("good", view.days()),
            t.get("not-you"),
            t.get("never") + "\n" + view.unsubscribe(),
            "-- \n" + view.network() + "\n" + view.networkUrl(),
            t.get("automatic"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
