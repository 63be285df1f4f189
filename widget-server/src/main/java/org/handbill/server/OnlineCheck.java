package org.handbill.server;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handbill.server.deliver.Channel;
import org.handbill.server.deliver.Channels;
import org.handbill.server.deliver.Connections;
import org.handbill.server.deliver.Mailer;
import org.handbill.server.deliver.Outcome;
import org.handbill.widget.model.Delivery;
import org.handbill.widget.model.Network;
import org.handbill.widget.source.GuardedClient;
import org.jspecify.annotations.Nullable;

/** Asks every channel of a network whether it can be reached, and prints a line for each. */
final class OnlineCheck {

  private static final URI ABOUT = URI.create("https://handbill.example/");

  private final Optional<Mailer> mailer;
  private final UnaryOperator<@Nullable String> environment;
  private final PrintWriter out;

  /**
   * @param mailer by which mails would go; without one, mail channels are not asked
   * @param environment the value of a variable, or null
   */
  OnlineCheck(
      Optional<Mailer> mailer, UnaryOperator<@Nullable String> environment, PrintWriter out) {
    this.mailer = mailer;
    this.environment = environment;
    this.out = out;
  }

  /** Returns true when all of them were reached. */
  boolean run(Network network) {
    try (GuardedClient http = new GuardedClient(ABOUT, GuardedClient.USUAL_TIME)) {
      Connections connections =
          new Connections(
              http,
              mailer,
              name -> Optional.ofNullable(environment.apply(name)),
              Clock.systemUTC());
      Channels channels = Channels.of(network, connections);
      boolean reached = true;
      for (Delivery delivery : deliveries(network)) {
        if (delivery.kind().equals("mail") && mailer.isEmpty()) {
          out.println(delivery.id() + ": not asked, since no mail server is set");
          continue;
        }
        Outcome outcome = channels.find(delivery.id()).map(Channel::probe).orElseThrow();
        out.println(delivery.id() + ": " + told(outcome));
        reached &= outcome instanceof Outcome.Delivered;
      }
      out.flush();
      return reached;
    }
  }

  private static List<Delivery> deliveries(Network network) {
    List<Delivery> all = new ArrayList<>(network.deliveries());
    network.members().forEach(member -> all.addAll(member.deliveries()));
    return all;
  }

  private static String told(Outcome outcome) {
    if (outcome instanceof Outcome.Later later) {
      return "not reached: " + later.reason();
    }
    if (outcome instanceof Outcome.Refused refused) {
      return "not reached: " + refused.reason();
    }
    if (outcome instanceof Outcome.Gone gone) {
      return "not reached: " + gone.reason();
    }
    if (outcome instanceof Outcome.Unsure unsure) {
      return "not reached: " + unsure.reason();
    }
    return "reached";
  }
}
