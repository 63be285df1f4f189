package org.handbill.server;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.handbill.server.desk.AdminDesk;
import org.handbill.server.serve.FrontHandler;
import org.handbill.server.store.Database;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.SourceRecords;
import org.handbill.server.submit.WordingRecorder;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Widgets;
import org.handbill.widget.WidgetsBuilder;

/** A running server: everything wired, in one place. */
public final class HandbillServer implements AutoCloseable {

  private static final int IDLE_TIMEOUT_MS = 20_000;
  private static final int STOP_TIMEOUT_MS = 5_000;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final int SLOWEST_BODY_BYTES_PER_SECOND = 200;

  private final SampleNetwork sample;
  private final Widgets widgets;
  private final SignupServices signups;
  private final Javalin javalin;
  private final Optional<AdminServer> desk;
  private final URI url;

  private HandbillServer(
      SampleNetwork sample,
      Widgets widgets,
      SignupServices signups,
      Javalin javalin,
      Optional<AdminServer> desk,
      URI url) {
    this.sample = sample;
    this.widgets = widgets;
    this.signups = signups;
    this.javalin = javalin;
    this.desk = desk;
    this.url = url;
  }

  /**
   * Starts a server and returns once it answers.
   *
   * @throws InvalidNetworkException when the folder cannot be served as it is
   * @throws IOException when the port is taken, or not to be had
   */
  public static HandbillServer start(Settings settings)
      throws InvalidNetworkException, IOException {
    ServerSocketChannel socket = bind(settings);
    try {
      int port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
      URI url = settings.publicUrl().orElse(URI.create("http://" + shown(settings) + ":" + port));
      return start(settings, socket, url);
    } catch (InvalidNetworkException | IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static HandbillServer start(Settings settings, ServerSocketChannel socket, URI url)
      throws InvalidNetworkException, IOException {
    SampleNetwork sample = new SampleNetwork();
    Path folder = settings.network().isPresent() ? settings.network().get() : sample.open();
    Database database = Database.of(settings.data(), settings.databaseUrl(), settings.clock());
    SourceRecords records = new SourceRecords(database);
    Widgets widgets = widgets(settings, folder, url, records);
    SignupServices signups = new SignupServices(settings, widgets, database, records, url);
    SignupStore store = signups.store();
    WordingRecorder wordings = new WordingRecorder(widgets, store);
    wordings.run();
    widgets.onChange(wordings);
    Routes routes = new Routes(widgets, signups, settings.proxies(), url, settings.clock());
    FrontHandler front = new FrontHandler(routes.library());
    // A stop waits for the requests under way; a body that trickles is ended.
    front.setHandler(
        new GracefulHandler(new MinimumDataRateHandler(SLOWEST_BODY_BYTES_PER_SECOND, 0)));
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.prefer405over404 = true;
              config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
              config.router.ignoreTrailingSlashes = false;
              config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
              config.jetty.modifyHttpConfiguration(HandbillServer::harden);
              config.jetty.modifyServer(
                  server -> {
                    server.setHandler(front);
                    server.setErrorHandler(new PlainErrors());
                    server.setStopTimeout(STOP_TIMEOUT_MS);
                  });
              config.jetty.addConnector((server, http) -> connector(server, http, socket));
              routes.addTo(config.routes);
            });
    javalin.start();
    AdminDesk admin = new AdminDesk(widgets, records, settings.desk().token());
    Optional<AdminServer> desk = desk(settings.desk(), admin, routes.readiness());
    return new HandbillServer(sample, widgets, signups, javalin, desk, url);
  }

  /** The desk; where nobody asked for its port and it is taken, none. */
  private static Optional<AdminServer> desk(
      Settings.Desk desk, AdminDesk admin, ReadinessHandler readiness) throws BindException {
    if (desk.port().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AdminServer.start(desk.port().getAsInt(), admin, readiness));
    } catch (BindException taken) {
      if (desk.wanted()) {
        throw taken;
      }
      return Optional.empty();
    }
  }

  private static Widgets widgets(Settings settings, Path folder, URI url, SourceRecords records)
      throws InvalidNetworkException {
    WidgetsBuilder builder =
        Widgets.of(folder).publicUrl(url).memory(records).clock(settings.clock()).watch();
    settings.linkChecks().ifPresent(builder::followLinks);
    return builder.open();
  }

  private static ServerSocketChannel bind(Settings settings) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
      return socket;
    } catch (BindException taken) {
      socket.close();
      throw new BindException(
          settings.host() + ":" + settings.port() + " (" + taken.getMessage() + ")");
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static String shown(Settings settings) {
    return switch (settings.host()) {
      case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
      default -> settings.host();
    };
  }

  private static void harden(HttpConfiguration http) {
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setHttpCompliance(HttpCompliance.RFC9110);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSocketChannel socket) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE_TIMEOUT_MS);
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return connector;
  }

  /** Where visitors reach it. */
  public URI url() {
    return url;
  }

  /** Where those who run it look after it; empty where there is no such listener. */
  public Optional<URI> deskUrl() {
    return desk.map(AdminServer::url);
  }

  /** What it serves. */
  public Widgets widgets() {
    return widgets;
  }

  /** Stops taking requests, finishes those under way, and closes everything. */
  @Override
  public void close() {
    javalin.stop();
    desk.ifPresent(AdminServer::close);
    signups.close();
    widgets.close();
    sample.close();
  }
}
