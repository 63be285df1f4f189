package org.handbill.server.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Event;
import org.handbill.server.store.Delivery.Person;
import org.handbill.server.store.Delivery.Receipt;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Network;
import org.handbill.widget.source.GuardedClient;

/** Opens channels from what an editor would write, and makes deliveries for them. */
final class Desk implements AutoCloseable {

  static final URI ABOUT = URI.create("https://widgets.example.org/");
  static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
  static final String KEY = "hunter2-us21";
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final Map<String, String> ENVIRONMENT = Map.of("KEY", KEY, "SECRET", SECRET);

  static final Receipt CONSENT =
      new Receipt(
          "0a1b2c",
          "Write to <b>me</b>, please.",
          List.of("Open Doors", "Lakeside"),
          "2026-11-22T10:00:00Z",
          "2026-11-22T10:15:30Z");

  private final Path folder;
  private final GuardedClient http;
  private final Clock clock;
  private Optional<Mailer> mailer = Optional.empty();
  private Map<String, String> environment = ENVIRONMENT;

  Desk(Path folder) {
    this(folder, GuardedClient.USUAL_TIME, Clock.systemUTC());
  }

  Desk(Path folder, Duration patience, Clock clock) {
    this.folder = folder;
    this.http = new GuardedClient(ABOUT, patience);
    this.clock = clock;
  }

  Desk with(Mailer mailer) {
    this.mailer = Optional.of(mailer);
    return this;
  }

  Desk with(Map<String, String> environment) {
    this.environment = environment;
    return this;
  }

  /** Everything after {@code languages} in {@code handbill.yaml}. */
  Channels channels(String yaml) {
    return Channels.of(network(yaml), connections());
  }

  /** The one channel, whose id is its kind. */
  Channel channel(String kind, String settings) {
    return channels("delivery:\n  - " + kind + ": " + settings + "\n").find(kind).orElseThrow();
  }

  private Connections connections() {
    return new Connections(http, mailer, name -> Optional.ofNullable(environment.get(name)), clock);
  }

  private Network network(String yaml) {
    try {
      Files.createDirectories(folder.resolve("widgets"));
      Files.writeString(
          folder.resolve("handbill.yaml"),
          "network: {name: Open Doors, url: \"https://network.example.org\"}\nlanguages: [en]\n"
              + yaml);
      Files.writeString(folder.resolve("widgets/join.yaml"), "type: signup\ntitle: Join us\n");
      try (Widgets widgets = Widgets.of(folder).publicUrl(ABOUT).open()) {
        return widgets.network();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidNetworkException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ana, who came by Lakeside's page. */
  static Delivery signup() {
    return signup("ana.okafor@example.net");
  }

  static Delivery signup(String email, String... more) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("email", email);
    values.put("given-name", "Ana");
    values.put("family-name", "Okafor");
    values.put("postal-code", "60601");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    values.values().removeIf(String::isEmpty);
    Person person = new Person(email, values, "s-1", "join", "lakeside", "lwa", "es-MX", CONSENT);
    return new Delivery("d-1", "any", Event.SIGNUP, AT, person, false);
  }

  /** What is left to say of somebody who goes. */
  static Delivery leaving(Event event, String email) {
    Person person = new Person(email, Map.of("email", email), "", "", "", "", "", Receipt.NONE);
    return new Delivery("d-2", "any", event, AT, person, false);
  }

  static Delivery leaving(Event event) {
    return leaving(event, "ana.okafor@example.net");
  }

  /** The same, sent to try things out. */
  static Delivery test(Delivery delivery) {
    return new Delivery(
        delivery.id(),
        delivery.channel(),
        delivery.event(),
        delivery.at(),
        delivery.person(),
        true);
  }

  @Override
  public void close() {
    http.close();
  }
}
