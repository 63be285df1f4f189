package org.handbill.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.deliver.Channels;
import org.handbill.server.deliver.ConfirmationMail;
import org.handbill.server.deliver.Confirmations;
import org.handbill.server.deliver.Connections;
import org.handbill.server.deliver.Deliverer;
import org.handbill.server.deliver.EditorNotices;
import org.handbill.server.deliver.Mailer;
import org.handbill.server.deliver.Sender;
import org.handbill.server.store.Database;
import org.handbill.server.store.Deliveries;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.Queue;
import org.handbill.server.store.Retention;
import org.handbill.server.store.SharedBuckets;
import org.handbill.server.store.Signup;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.SourceRecords;
import org.handbill.server.submit.guard.Guard;
import org.handbill.server.submit.guard.Limits;
import org.handbill.server.submit.guard.LocalBuckets;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Member;
import org.handbill.widget.source.GuardedClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on behind a submission's answer: the database, the queue, and whom it tells. */
final class SignupServices implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SignupServices.class);

  private final Widgets widgets;
  private final GuardedClient http;
  private final Database database;
  private final SignupStore store;
  private final OptIns optIns;
  private final Guard guard;
  private final Queue queue;
  private volatile Channels channels;

  /**
   * Opens everything; the queue begins as soon as there is a database.
   *
   * @param database is closed with it
   * @param records of the sources, whose editors are told
   * @param url where visitors reach the server
   */
  SignupServices(
      Settings settings, Widgets widgets, Database database, SourceRecords records, URI url) {
    this.widgets = widgets;
    this.http = new GuardedClient(widgets.network().url(), GuardedClient.USUAL_TIME);
    this.database = database;
    Sender sender = Sender.of(settings.mailing().from(), url, widgets.network().name());
    Mailer mailer = Mailer.of(settings.mailing().smtp(), sender, settings.data(), settings.clock());
    Connections connections =
        new Connections(
            http,
            Optional.of(mailer),
            name -> Optional.ofNullable(System.getenv(name)),
            settings.clock());
    this.channels = Channels.of(widgets.network(), connections);
    this.store = new SignupStore(database, this::routes);
    this.optIns = new OptIns(database, this::routes);
    SharedBuckets buckets = new SharedBuckets(database, new LocalBuckets(settings.clock()));
    this.guard = guard(settings, database, buckets);
    this.queue = new Queue(database, settings.polling());
    widgets.onChange(() -> channels = Channels.of(widgets.network(), connections));
    ConfirmationMail mail = new ConfirmationMail(widgets, url, OptIns.CONFIRM_WITHIN);
    Retention retention = new Retention(database, settings.retention());
    queue.start(
        Map.of(
            Queue.CONFIRMATION,
            new Confirmations(optIns, mail::compose, mailer, settings.clock()),
            Queue.DELIVERY,
            new Deliverer(new Deliveries(database), id -> channels.find(id), settings.clock()),
            Queue.NOTICE,
            new EditorNotices(
                records, widgets::network, widgets::readers, mailer, settings.clock())),
        () -> {
          retention.run();
          buckets.forgetFull();
          records.queueNotice();
        });
    store.afterCommit(queue::look);
  }

  private static Guard guard(Settings settings, Database database, SharedBuckets buckets) {
    return settings.guarded()
        ? Guard.on(database::secret, Limits.USUAL, buckets, settings.clock())
        : Guard.off(database::secret, settings.clock());
  }

  /** A member's own channels are told only of those who agreed that the member gets their data. */
  private List<String> routes(Signup signup) {
    boolean memberIsController =
        widgets
            .network()
            .member(signup.member())
            .map(Member::name)
            .filter(signup.controllers()::contains)
            .isPresent();
    return channels.routes(signup.member(), memberIsController);
  }

  Database database() {
    return database;
  }

  SignupStore store() {
    return store;
  }

  OptIns optIns() {
    return optIns;
  }

  Guard guard() {
    return guard;
  }

  Queue queue() {
    return queue;
  }

  /** Lets what is under way finish, and closes everything. */
  @Override
  public void close() {
    LOG.info(
        "Submissions that were not let through since the start: {}", guard.caught().snapshot());
    queue.close();
    store.close();
    database.close();
    http.close();
  }
}
