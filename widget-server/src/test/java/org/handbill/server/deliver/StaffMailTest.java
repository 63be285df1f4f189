package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.server.store.Delivery.Event;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staff hear of each sign-up in plain words. */
class StaffMailTest {

  private static final String TO = "{to: [office@network.example.org, desk@network.example.org]}";

  @TempDir Path folder;
  private final List<Mail> sent = new ArrayList<>();
  private Outcome second = new Outcome.Delivered();

  private final Mailer mailer =
      new Mailer() {
        @Override
        public Outcome send(Mail mail) {
          sent.add(mail);
          return sent.size() == 2 ? second : new Outcome.Delivered();
        }

        @Override
        public Outcome probe() {
          return new Outcome.Refused("asked");
        }
      };

  private Channel channel() {
    return new Desk(folder).with(mailer).channel("mail", TO);
  }

  @Test
  void everybody_is_told_what_was_typed_and_agreed_to() {
    assertThat(channel().deliver(Desk.signup())).isEqualTo(new Outcome.Delivered());
    assertThat(sent.stream().map(Mail::to))
        .containsExactly("office@network.example.org", "desk@network.example.org");
    Mail mail = sent.get(0);
    assertThat(mail.subject()).isEqualTo("New sign-up: join");
    assertThat(mail.language()).isEqualTo("en");
    assertThat(mail.text())
        .contains(
            "with the form 'join'.",
            "email: ana.okafor@example.net\n",
            "given-name: Ana\n",
            "Member: lakeside\n",
            "Source: lwa\n",
            "Agreed to: Write to me, please.\n",
            "Confirmed at: 2026-11-22T10:15:30Z\n");
  }

  @Test
  void what_a_person_typed_is_one_line_of_text_and_never_markup() {
    channel().deliver(Desk.signup("a@example.net", "why", "<img src=x>\nemail: b@example.net"));
    assertThat(sent.get(0).text()).contains("why: <img src=x> email: b@example.net\n");
    assertThat(sent.get(0).html())
        .contains("&lt;img src=x&gt; email: b@example.net")
        .doesNotContain("<img");
  }

  @Test
  void one_who_goes_is_told_with_what_to_do() {
    channel().deliver(Desk.leaving(Event.UNSUBSCRIBE));
    channel().deliver(Desk.leaving(Event.ERASE));
    assertThat(sent.get(0).subject()).doesNotContain("ana");
    assertThat(sent.get(0).text()).contains("ana.okafor@example.net", "off every list");
    assertThat(sent.get(2).subject()).doesNotContain("ana");
    assertThat(sent.get(2).text()).contains("ana.okafor@example.net", "Delete everything");
  }

  @Test
  void a_test_submission_is_marked_as_one() {
    channel().deliver(Desk.test(Desk.signup()));
    assertThat(sent.get(0).subject()).isEqualTo("[Test] New sign-up: join");
  }

  @Test
  void one_address_that_fails_for_now_makes_the_delivery_wait() {
    second = new Outcome.Later("busy", Optional.empty());
    assertThat(channel().deliver(Desk.signup())).isEqualTo(second);
  }

  @Test
  void the_mail_server_is_what_is_probed() {
    assertThat(channel().probe()).isEqualTo(new Outcome.Refused("asked"));
    assertThat(sent).isEmpty();
  }

  @Test
  void every_text_exists_in_every_language() {
    Messages messages = Messages.beside(StaffMailChannel.class);
    for (Language language : Messages.LANGUAGES.list()) {
      assertThat(messages.in(language).keys())
          .containsExactlyInAnyOrderElementsOf(messages.in(Language.ENGLISH).keys());
    }
  }
}
