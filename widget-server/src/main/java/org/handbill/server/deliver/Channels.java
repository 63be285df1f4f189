package org.handbill.server.deliver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Delivery;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of a network as it stands now, by their ids; another network makes another of these.
 * Immutable, thread-safe.
 */
public final class Channels {

  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  /** Makes a channel of what an editor wrote under its kind. */
  private interface Factory {
    Channel open(ChannelSettings settings, Connections connections) throws UnreadyException;
  }

  private record Kind(String name, Factory factory) {}

  /** Every kind there is, in the order of their documentation. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("webhook", WebhookChannel::new),
          new Kind("action-network", ActionNetworkChannel::new),
          new Kind("mailchimp", MailchimpChannel::new),
          new Kind("brevo", BrevoChannel::new),
          new Kind("listmonk", ListmonkChannel::new),
          new Kind("every-action", EveryActionChannel::new),
          new Kind("hubspot", HubSpotChannel::new),
          new Kind("salesforce", SalesforceChannel::new),
          new Kind("mail", StaffMailChannel::new));

  private final Map<String, Channel> byId = new LinkedHashMap<>();
  private final List<String> common = new ArrayList<>();
  private final Map<String, List<String>> byMember = new LinkedHashMap<>();

  private Channels() {}

  /**
   * Opens every channel that a network and its members name. One that cannot be used as it is set
   * up on this machine gets one line of warning, and answers every delivery that it is for later.
   */
  public static Channels of(Network network, Connections connections) {
    Channels channels = new Channels();
    channels.common.addAll(channels.open(network.deliveries(), network, connections));
    for (Member member : network.members()) {
      channels.byMember.put(member.id(), channels.open(member.deliveries(), network, connections));
    }
    return channels;
  }

  private List<String> open(
      List<org.handbill.widget.model.Delivery> deliveries,
      Network network,
      Connections connections) {
    List<String> ids = new ArrayList<>();
    for (org.handbill.widget.model.Delivery delivery : deliveries) {
      ChannelSettings settings =
          new ChannelSettings(
              delivery.settings(), network.languages().first(), connections.environment());
      byId.put(delivery.id(), open(delivery, settings, connections));
      ids.add(delivery.id());
    }
    return List.copyOf(ids);
  }

  private static Channel open(
      org.handbill.widget.model.Delivery delivery,
      ChannelSettings settings,
      Connections connections) {
    Factory factory =
        KINDS.stream()
            .filter(kind -> kind.name().equals(delivery.kind()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No channel of kind " + delivery.kind()))
            .factory();
    try {
      return new Told(factory.open(settings, connections));
    } catch (UnreadyException unready) {
      LOG.warn("The channel {} cannot be used yet. {}", delivery.id(), unready.reason());
      return new Unready(unready.reason());
    }
  }

  /** The names of all kinds, in the order of their documentation. */
  static List<String> kinds() {
    return KINDS.stream().map(Kind::name).toList();
  }

  /** The channel of that id; empty when the network has none such, or no longer. */
  public Optional<Channel> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The ids of the channels that a sign-up goes to: the network's, and those of the member whose
   * page it came from where the visitor agreed to that.
   *
   * @param memberId empty for none
   * @param memberIsController whether the consent names the member
   */
  public List<String> routes(String memberId, boolean memberIsController) {
    List<String> routes = new ArrayList<>(common);
    if (memberIsController) {
      routes.addAll(byMember.getOrDefault(memberId, List.of()));
    }
    return routes;
  }

  /** A channel that a test submission cannot reach as if it were none. */
  private record Told(Channel channel) implements Channel {

    @Override
    public Outcome deliver(Delivery delivery) {
      return delivery.test() ? channel.rehearse(delivery) : channel.deliver(delivery);
    }

    @Override
    public Outcome rehearse(Delivery delivery) {
      return channel.rehearse(delivery);
    }

    @Override
    public Outcome probe() {
      return channel.probe();
    }
  }

  /** A channel that waits for the operator: nothing that goes to it is lost. */
  private record Unready(String reason) implements Channel {

    @Override
    public Outcome deliver(Delivery delivery) {
      return probe();
    }

    @Override
    public Outcome probe() {
      return new Outcome.Later(reason, Optional.empty());
    }
  }
}
