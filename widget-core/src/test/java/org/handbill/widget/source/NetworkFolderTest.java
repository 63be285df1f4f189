package org.handbill.widget.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.TestNetwork.NETWORK;
import static org.handbill.widget.TestNetwork.SIGNUP;
import static org.handbill.widget.model.Problem.Severity.ERROR;
import static org.handbill.widget.model.Problem.Severity.WARNING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.model.Delivery;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Problem;
import org.handbill.widget.type.BuiltInTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an editor gets wrong is told with its place, what stands there, and what to write. */
class NetworkFolderTest {

  private static final String DONATE =
      """
      type: donate
      title: Give
      platform: actblue
      form: https://secure.actblue.com/donate/open-doors
      """;
  private static final String TEMPLATE =
      """
      type: donate
      title: Give
      platform: url-template
      """;
  private static final String LIST =
      """
      type: resources
      title: Find help
      """;
  private static final String MEMBER =
      """
      members:
        - id: lakeside
          name: Lakeside
      """;

  private static final Schemas SCHEMAS = new Schemas(BuiltInTypes.all());

  @TempDir Path folder;

  /** One mistake, and what has to be said about it. */
  private record Mistake(String name, UnaryOperator<TestNetwork> make, List<Expected> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** One problem; the text has to name each of the words. */
  private record Expected(
      Problem.Severity severity, String place, String key, List<String> words) {}

  private static Expected error(String place, String key, String... words) {
    return new Expected(ERROR, place, key, List.of(words));
  }

  private static Expected warning(String place, String key, String... words) {
    return new Expected(WARNING, place, key, List.of(words));
  }

  private static Mistake in(String file, String name, String text, Expected... expected) {
    return new Mistake(name, network -> network.with(file, text), List.of(expected));
  }

  private static Mistake inNetwork(String name, String text, Expected... expected) {
    return in("handbill.yaml", name, text, expected);
  }

  private static Mistake inSignup(String name, String text, Expected... expected) {
    return in("widgets/join.yaml", name, text, expected);
  }

  private static Mistake inDonate(String name, String text, Expected... expected) {
    return in("widgets/give.yaml", name, text, expected);
  }

  private static Mistake inList(String name, String text, Expected... expected) {
    return in("widgets/help.yaml", name, text, expected);
  }

  @Test
  void the_smallest_folder_is_sound() {
    assertThat(TestNetwork.in(folder).check()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "keysAndKinds",
    "languagesAndTexts",
    "theNetwork",
    "deliveries",
    "files",
    "syntax",
    "numbers",
    "donate",
    "signup",
    "resources"
  })
  void a_mistake_is_told_with_place_value_and_remedy(Mistake mistake) {
    List<Problem> found = mistake.make().apply(TestNetwork.in(folder)).check();
    assertThat(found.stream().map(NetworkFolderTest::head))
        .as("%s", found)
        .containsExactlyElementsOf(
            mistake.expected().stream().map(NetworkFolderTest::head).toList());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).text())
          .contains(mistake.expected().get(i).words())
          .doesNotContain("{0}", "{1}", "{2}", folder.toString())
          .matches("(?s).*[.?]");
    }
  }

  private static String head(Problem problem) {
    return problem.place() + " " + problem.severity() + " " + problem.key();
  }

  private static String head(Expected expected) {
    return expected.place() + " " + expected.severity() + " " + expected.key();
  }

  static Stream<Mistake> keysAndKinds() {
    return Stream.of(
        inSignup(
            "an unknown key that is nearly a known one",
            SIGNUP + "feilds: [email]\n",
            error("widgets/join.yaml:3:1", "key.unknown-near", "'feilds'", "'fields'")),
        inNetwork(
            "an underscore for a hyphen",
            NETWORK.replace("languages", "  privacy_url: https://a.example\nlanguages"),
            error("handbill.yaml:4:3", "key.unknown-near", "'privacy_url'", "'privacy-url'")),
        inSignup(
            "an unknown key like no other",
            SIGNUP + "background: red\n",
            error("widgets/join.yaml:3:1", "key.unknown", "'background'", "fields, consent")),
        inSignup(
            "a key of emoji",
            "\uD83D\uDE80: now\n" + SIGNUP,
            error("widgets/join.yaml:1:1", "key.unknown", "'\uD83D\uDE80'", "Remove it")),
        inSignup(
            "a key with a slash and a tilde",
            SIGNUP + "a/b~c: 1\n",
            error("widgets/join.yaml:3:1", "key.unknown", "'a/b~c'", "Remove it")),
        inSignup(
            "a key that looks like a placeholder of messages",
            SIGNUP + "\"'{9}'\": 1\n",
            error("widgets/join.yaml:3:1", "key.unknown", "''{9}''", "Remove it")),
        inSignup(
            "text where a list is needed",
            SIGNUP + "fields: email\n",
            error("widgets/join.yaml:3:9", "value.type", "'email'", "a list is needed")),
        inSignup(
            "a number where text is needed",
            "type: signup\ntitle: 2026\n",
            error("widgets/join.yaml:2:8", "value.type", "'2026'", "a string or mapping")),
        inSignup(
            "yes where true is needed",
            SIGNUP + "draft: yes\n",
            error("widgets/join.yaml:3:8", "value.type", "'yes'", "a boolean", "true")),
        inSignup(
            "a required key that is missing",
            "type: signup\n",
            error("widgets/join.yaml:1:1", "key.missing", "'title'", "{en: Hello, es: Hola}")),
        inNetwork(
            "a required key that is missing further in",
            "network:\n  name: Open Doors\nlanguages: [en]\n",
            error("handbill.yaml:1:1", "key.missing", "'url'", "The network's own site")),
        inSignup(
            "a key that stands there twice",
            SIGNUP + "title: Join\n",
            error(
                "widgets/join.yaml:3:1", "key.duplicate", "'title'", "join.yaml:2:1", "Keep one")),
        inSignup(
            "a type that is nearly a known one",
            "type: sign-up\ntitle: Join us\n",
            error("widgets/join.yaml:1:7", "type.unknown-near", "'sign-up'", "'signup'")),
        inSignup(
            "a type like no other",
            "type: carousel\ntitle: Join us\n",
            error("widgets/join.yaml:1:7", "type.unknown", "'carousel'", "signup, donate, res")),
        inSignup(
            "no type",
            "title: Join us\n",
            error("widgets/join.yaml:1:1", "type.missing", "'type'", "signup, donate, resources")),
        inSignup(
            "a list for a type",
            "type: [signup]\ntitle: Join us\n",
            error(
                "widgets/join.yaml:1:7", "type.unknown", "'a list'", "signup, donate, resources")),
        inSignup(
            "an endless word for a type",
            "type: " + "x".repeat(5000) + "\n",
            error("widgets/join.yaml:1:7", "type.unknown", "'" + "x".repeat(60) + "…'", "signup,")),
        inSignup(
            "a file that is a list",
            "- signup\n",
            error("widgets/join.yaml:1:1", "type.missing", "signup, donate, resources")),
        inSignup(
            "a file that is a word",
            "signup\n",
            error("widgets/join.yaml:1:1", "type.missing", "signup, donate, resources")),
        inNetwork(
            "a network that is a list",
            "- network\n",
            error("handbill.yaml:1:1", "value.type", "'a list'", "A mapping with network")));
  }

  static Stream<Mistake> languagesAndTexts() {
    String spanish = NETWORK.replace("[en]", "[en, es]");
    return Stream.of(
        inNetwork(
            "a word for a language tag",
            NETWORK.replace("[en]", "[en, english]"),
            error("handbill.yaml:4:17", "value.bad", "'english'", "such as en, es or zh-Hant")),
        inNetwork(
            "an underscore in a language tag",
            NETWORK.replace("[en]", "[en_US]"),
            error("handbill.yaml:4:13", "value.bad", "'en_US'", "such as en, es or zh-Hant")),
        inNetwork(
            "a tag of too many extended languages",
            NETWORK.replace("[en]", "[en, en-abc-def-ghi-jkl]"),
            error("handbill.yaml:4:17", "language.malformed", "'en-abc-def-ghi-jkl'", "zh-Hant")),
        inNetwork(
            "a language listed twice",
            NETWORK.replace("[en]", "[en, en]"),
            error("handbill.yaml:4:12", "value.twice", "Remove one")),
        inNetwork(
            "a language listed twice in two spellings",
            NETWORK.replace("[en]", "[en, EN]"),
            error("handbill.yaml:4:17", "language.twice", "'EN'", "Remove one")),
        inNetwork(
            "a language that Handbill's own texts lack",
            NETWORK.replace("[en]", "[en, vi]"),
            warning("handbill.yaml:4:17", "language.unspoken", "'vi'", "in English")),
        inNetwork(
            "no language at all",
            NETWORK.replace("[en]", "[]"),
            error("handbill.yaml:4:12", "value.empty", "such as [en, es]")),
        inSignup(
            "a text in a language that the network does not have",
            "type: signup\ntitle:\n  en: Join us\n  fr: Rejoignez-nous\n",
            warning("widgets/join.yaml:4:7", "language.unlisted", "'fr'", "Add it to 'languages'")),
        inSignup(
            "a text in no language",
            "type: signup\ntitle:\n  english: Join us\n",
            error("widgets/join.yaml:3:3", "value.bad", "'english'", "{en: Hello, es: Hola}")),
        inSignup(
            "a language in another spelling is no mistake", "type: signup\ntitle: {EN: Join us}\n"),
        new Mistake(
            "a text that a language lacks",
            network ->
                network
                    .with("handbill.yaml", spanish)
                    .with("widgets/join.yaml", "type: signup\ntitle: {en: Join us}\n"),
            List.of(warning("widgets/join.yaml:2:8", "language.lacking", "'es'", "'en'"))),
        inSignup(
            "a text without languages",
            "type: signup\ntitle: {}\n",
            error("widgets/join.yaml:2:8", "value.empty", "one string per language")),
        inSignup(
            "an empty text",
            "type: signup\ntitle: \"\"\n",
            error("widgets/join.yaml:2:8", "value.empty", "A text: one string")),
        inSignup(
            "a key with nothing behind it",
            "type: signup\ntitle:\n",
            error("widgets/join.yaml:2:7", "value.type", "a string or mapping is needed")));
  }

  static Stream<Mistake> theNetwork() {
    return Stream.of(
        inNetwork(
            "a colour by name, with more CSS behind it",
            NETWORK + MEMBER + "    theme: {accent: \"red;}@import url(//evil.example)\"}\n",
            error("handbill.yaml:8:21", "value.bad", "'red;}@import", "such as \"#a4262c\"")),
        inNetwork(
            "a colour without quotes, which YAML takes for a comment",
            NETWORK + MEMBER + "    theme:\n      accent: #a4262c\n",
            error("handbill.yaml:9:14", "value.type", "A colour in quotes")),
        inNetwork(
            "a colour of five digits",
            NETWORK + MEMBER + "    theme: {accent: \"#a4262\"}\n",
            error("handbill.yaml:8:21", "value.bad", "'#a4262'", "\"#rrggbb\"")),
        inNetwork(
            "an endless colour",
            NETWORK + MEMBER + "    theme: {accent: \"" + "r".repeat(500) + "\"}\n",
            error("handbill.yaml:8:21", "value.bad", "'" + "r".repeat(60) + "…'", "#rrggbb")),
        inNetwork(
            "a font that ends the declaration",
            NETWORK + MEMBER + "    theme: {font: \"x;} *{display:none\"}\n",
            error("handbill.yaml:8:19", "value.bad", "'x;} *{display:none'", "Georgia, serif")),
        inNetwork(
            "a radius without a unit",
            NETWORK + MEMBER + "    theme: {radius: 4}\n",
            error("handbill.yaml:8:21", "value.bad", "'4'", "such as 4px")),
        inNetwork(
            "an address without a scheme",
            NETWORK.replace("https://", ""),
            error("handbill.yaml:3:8", "value.bad", "'network.example.org'", "https://")),
        inNetwork(
            "an address of JavaScript",
            NETWORK.replace("https://network.example.org", "\"javascript:alert(1)\""),
            error("handbill.yaml:3:8", "value.bad", "'javascript:alert(1)'", "https://")),
        inNetwork(
            "an address with a space in it",
            NETWORK.replace("network.example.org", "network.example.org/get help"),
            error(
                "handbill.yaml:3:8", "url.space", "'https://network.example.org/get help'", "%20")),
        inNetwork(
            "an address that looks like one and has no host",
            NETWORK.replace("network.example.org", "open_doors!/"),
            error("handbill.yaml:3:8", "url.malformed", "'https://open_doors!/'", "https://net")),
        inNetwork(
            "an address that leaves its attribute",
            NETWORK.replace(
                "languages", "  privacy-url: 'https://a.example/\"onclick=x'\nlanguages"),
            error("handbill.yaml:4:16", "value.bad", "onclick=x'", "https://")),
        inNetwork(
            "an origin with a path",
            NETWORK + MEMBER + "    origins: [\"https://a.example/path\"]\n",
            error("handbill.yaml:8:15", "value.bad", "'https://a.example/path'", "without a path")),
        inNetwork(
            "an origin without a scheme",
            NETWORK + MEMBER + "    origins: [a.example]\n",
            error("handbill.yaml:8:15", "value.bad", "'a.example'", "https://lakeside.example")),
        inNetwork(
            "an origin with more of a header behind it",
            NETWORK + MEMBER + "    origins: [\"https://a.example; script-src *\"]\n",
            error("handbill.yaml:8:15", "value.bad", "script-src", "without a path")),
        inNetwork(
            "two members of one id",
            NETWORK
                + "members:\n  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: a, name: C}\n",
            error(
                "handbill.yaml:8:10", "member.duplicate", "'a'", "handbill.yaml:6:10", "its own")),
        inNetwork(
            "a member's id with a blank",
            NETWORK + "members:\n  - {id: Lake Side, name: A}\n",
            error("handbill.yaml:6:10", "value.bad", "'Lake Side'", "such as lakeside-alliance")),
        inNetwork(
            "an embedding that is nearly a known one",
            NETWORK + "embedding: member\n",
            error("handbill.yaml:5:12", "value.not-one-of", "'member'", "Write members")),
        inNetwork(
            "an editor without an address",
            NETWORK + "editors: [me]\n",
            error("handbill.yaml:5:11", "value.bad", "'me'", "editor@network.example.org")),
        inNetwork(
            "an endless name",
            NETWORK.replace("Open Doors", "x".repeat(201)),
            error("handbill.yaml:2:9", "value.too-long", "'" + "x".repeat(60) + "…'", "200")));
  }

  private static final String HOOK = "webhook: {url: \"https://crm.example\", secret: \"${HOOK}\"}";

  private static Mistake inDelivery(String name, String list, Expected... expected) {
    return inNetwork(name, NETWORK + "delivery:\n" + list, expected);
  }

  static Stream<Mistake> deliveries() {
    String mailchimp = "  - mailchimp:\n      list: a1\n      api-key: ";
    return Stream.of(
        inDelivery(
            "a kind of channel that is nearly a known one",
            "  - webhok: {}\n",
            error("handbill.yaml:6:5", "key.unknown-near", "'webhok'", "'webhook'")),
        inDelivery(
            "a kind of channel like no other",
            "  - carrier-pigeon-post: {}\n",
            error("handbill.yaml:6:5", "key.unknown", "'carrier-pigeon-post'", "hubspot")),
        inDelivery(
            "a channel without a kind",
            "  - name: crm\n",
            error("handbill.yaml:6:5", "delivery.kind-missing", "such as webhook")),
        inDelivery(
            "a channel of two kinds",
            "  - {" + HOOK + ", mail: {to: [a@b.example]}}\n",
            error("handbill.yaml:6:5", "delivery.kind-twice", "webhook, mail", "its own")),
        inDelivery(
            "two channels of one kind and no names",
            "  - " + HOOK + "\n  - " + HOOK + "\n",
            error("handbill.yaml:7:14", "delivery.duplicate", "'webhook'", ":6:14", "'name'")),
        inDelivery(
            "two channels of one name",
            "  - {name: crm, " + HOOK + "}\n  - {name: crm, mail: {to: [a@b.example]}}\n",
            error("handbill.yaml:7:12", "delivery.duplicate", "'crm'", "of its own")),
        inDelivery(
            "a name with capitals",
            "  - {name: CRM, " + HOOK + "}\n",
            error("handbill.yaml:6:12", "value.bad", "'CRM'", "a-z")),
        inDelivery(
            "a webhook without a secret",
            "  - webhook: {url: \"https://crm.example\"}\n",
            error("handbill.yaml:6:5", "key.missing", "'secret'", "\"${NAME}\"")),
        inDelivery(
            "a webhook that is no web address",
            "  - webhook: {url: crm.example, secret: \"${HOOK}\"}\n",
            error("handbill.yaml:6:20", "value.bad", "'crm.example'", "https://crm.example.org")),
        inDelivery(
            "a data centre that would be another host",
            mailchimp + "${KEY}\n      data-center: us1.evil.example/\n",
            error("handbill.yaml:9:20", "value.bad", "us1.evil", "such as us21")),
        inDelivery(
            "a mail to nobody",
            "  - mail: {to: []}\n",
            error("handbill.yaml:6:16", "value.empty", "The addresses")),
        inDelivery(
            "a confirmation of Brevo's that leads nowhere",
            "  - brevo: {api-key: \"${B}\", lists: [1], template: 2}\n",
            error("handbill.yaml:6:52", "delivery.template", "'redirect-url'")),
        inDelivery(
            "half a login for listmonk",
            "  - listmonk:\n      url: https://lists.example\n"
                + "      lists: [eb420c55-4cfb-4972-92ba-c93c34ba475d]\n      api-user: handbill\n",
            error("handbill.yaml:9:17", "delivery.half-login", "'api-user'", "'api-key'")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  - mailchimp: {list: a1, api-key: hunter2-us21}\n",
        "  - mailchimp: {list: a1, api-key: 20221}\n",
        "  - mailchimp: {list: a1, api-key: \"${KEY} hunter2\"}\n",
        "  - mailchimp: {list: a1, api-key: [hunter2]}\n",
        "  - mailchimp: hunter2\n",
        "  - webhook: {url: \"https://crm.example\", secret: whsec_hunter2}\n",
        "  - webhook: {url: \"https://crm.example\", secret: [\"${NEW}\", whsec_hunter2]}\n",
      })
  void a_secret_that_is_written_out_is_an_error_that_does_not_repeat_it(String list) {
    List<Problem> found =
        TestNetwork.in(folder).with("handbill.yaml", NETWORK + "delivery:\n" + list).check();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).severity()).isEqualTo(ERROR);
    assertThat(found.get(0).place().line()).isEqualTo(6);
    assertThat(found.get(0).text()).doesNotContain("hunter2", "20221");
  }

  @Test
  void a_secret_that_is_written_out_is_told_with_the_remedy() {
    List<Problem> found =
        TestNetwork.in(folder)
            .with(
                "handbill.yaml",
                NETWORK + "delivery:\n  - mailchimp: {list: a1, api-key: hunter2}\n")
            .check();
    assertThat(found.get(0).key()).isEqualTo("secret.literal");
    assertThat(found.get(0).place()).hasToString("handbill.yaml:6:36");
    assertThat(found.get(0).text()).contains("write \"${NAME}\" here");
  }

  @Test
  void deliveries_are_read_with_the_ids_that_the_queue_uses() {
    TestNetwork.in(folder)
        .with(
            "handbill.yaml",
            NETWORK
                + "delivery:\n  - "
                + HOOK
                + "\n  - {name: crm, "
                + HOOK
                + "}\n"
                + MEMBER
                + "    delivery:\n      - "
                + HOOK
                + "\n      - {name: office, mail: {to: [office@lakeside.example]}}\n");
    NetworkFolder read = NetworkFolder.read(folder, BuiltInTypes.all(), SCHEMAS);
    assertThat(read.problems()).isEmpty();
    Network network = read.network().orElseThrow();
    assertThat(network.deliveries().stream().map(Delivery::id)).containsExactly("webhook", "crm");
    assertThat(network.members().get(0).deliveries().stream().map(Delivery::id))
        .containsExactly("lakeside/webhook", "lakeside/office");
    assertThat(network.deliveries().get(1).kind()).isEqualTo("webhook");
    assertThat(network.deliveries().get(1).settings().text("secret")).contains("${HOOK}");
  }

  static Stream<Mistake> files() {
    return Stream.of(
        new Mistake(
            "no handbill.yaml",
            network -> network.without("handbill.yaml"),
            List.of(error("handbill.yaml:1:1", "file.missing", "handbill.yaml", "Create it"))),
        new Mistake(
            "a handbill.yaml that cannot be read",
            network -> network.without("handbill.yaml").with("handbill.yaml/x", ""),
            List.of(error("handbill.yaml:1:1", "file.unreadable", "Check that it exists"))),
        new Mistake(
            "no widgets",
            network -> network.without("widgets/join.yaml"),
            List.of(error("widgets:1:1", "file.no-widgets", "Put at least one file"))),
        new Mistake(
            "a widget that leads nowhere",
            network -> network.link("widgets/gone.yaml", Path.of("nowhere.yaml")),
            List.of(error("widgets/gone.yaml:1:1", "file.unreadable", "it does not exist"))),
        new Mistake(
            "two files of one widget",
            network -> network.with("widgets/a.yaml", SIGNUP).with("widgets/a.yml", SIGNUP),
            List.of(
                error("widgets/a.yml:1:1", "widget.duplicate", "'a'", "widgets/a.yaml", "Rem"))),
        in(
            "widgets/Join Us.yaml",
            "a file name that is no id",
            SIGNUP,
            error("widgets/Join Us.yaml:1:1", "file.name", "'Join Us'", "stay-informed.yaml")),
        in(
            "widgets/" + "x".repeat(65) + ".yaml",
            "a file name that is too long for an id",
            SIGNUP,
            error("widgets/" + "x".repeat(65) + ".yaml:1:1", "file.name", "1 to 64")),
        inSignup("an empty file", "", error("widgets/join.yaml:1:1", "file.empty", "required")),
        inSignup(
            "a file of comments",
            "# nothing yet\n\n",
            error("widgets/join.yaml:1:1", "file.empty", "required")),
        new Mistake(
            "a file in Latin-1",
            network -> network.with("widgets/join.yaml", "title: Únete\n".getBytes(ISO_8859_1)),
            List.of(error("widgets/join.yaml:1:1", "file.encoding", "Save it as UTF-8"))),
        new Mistake(
            "a file in UTF-16",
            network -> network.with("widgets/join.yaml", SIGNUP.getBytes(UTF_16)),
            List.of(error("widgets/join.yaml:1:1", "file.encoding", "Save it as UTF-8"))),
        new Mistake(
            "a slash in overlong UTF-8",
            network ->
                network.with(
                    "widgets/join.yaml", new byte[] {'t', ':', ' ', (byte) 0xC0, (byte) 0xAF}),
            List.of(error("widgets/join.yaml:1:1", "file.encoding", "Save it as UTF-8"))),
        inSignup("a byte order mark is no mistake", "\uFEFF" + SIGNUP),
        inSignup("line ends of Windows are no mistake", SIGNUP.replace("\n", "\r\n")),
        new Mistake(
            "JSON in place of YAML is no mistake",
            network ->
                network
                    .without("widgets/join.yaml")
                    .with("widgets/join.json", "{\"type\": \"signup\", \"title\": \"Join us\"}"),
            List.of()),
        in(
            "widgets/more.json",
            "a mistake in JSON",
            "{\"type\": \"signup\",\n \"title\": \"Join us\",}\n",
            error("widgets/more.json:2:21", "file.syntax", "'}'", "Check the")),
        in(
            "widgets/more.json",
            "JSON that breaks off",
            "{\"type\": \"signup\",\n \"title\": ",
            error("widgets/more.json:2:11", "file.syntax", "end-of-input", "Check the")),
        in(
            "widgets/more.json",
            "a key twice in JSON",
            "{\"type\": \"signup\",\n \"title\": \"a\", \"title\": \"b\"}\n",
            error("widgets/more.json:2:16", "key.duplicate", "'title'", "more.json:2:2")),
        inSignup(
            "a file that is too large",
            SIGNUP + "# " + "x".repeat(256 * 1024),
            error("widgets/join.yaml:1:1", "file.too-large", "262,174", "262,144", "Split it")));
  }

  static Stream<Mistake> syntax() {
    String laughs =
        IntStream.range(1, 10)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
            .collect(Collectors.joining());
    return Stream.of(
        inSignup(
            "a quote that is never closed",
            "type: signup\ntitle: \"Join us\nfields: [email]\n",
            error("widgets/join.yaml:2:8", "file.syntax", "end of stream", "the quotes")),
        inSignup(
            "a brace that is never closed",
            "type: signup\ntitle: {en: Join us\n",
            error("widgets/join.yaml:2:8", "file.syntax", "'}'", "Check")),
        inSignup(
            "a line indented too far",
            "type: signup\n title: Join us\n",
            error("widgets/join.yaml:2:7", "file.syntax", "not allowed here", "the indentation")),
        inSignup(
            "a second colon",
            "type: signup\ntitle: Join us: now\n",
            error("widgets/join.yaml:2:15", "file.syntax", "not allowed here", "the colons")),
        inSignup(
            "a tab for indentation",
            "type: signup\nconsent:\n\ttext: Yes\n",
            error("widgets/join.yaml:3:1", "file.syntax", "TAB", "the indentation")),
        inSignup(
            "a NUL",
            "type: signup\ntitle: a\0b\n",
            error("widgets/join.yaml:2:9", "file.syntax", "special characters", "Check")),
        inSignup(
            "a list for a key",
            SIGNUP + "? [a, b]\n: c\n",
            error("widgets/join.yaml:3:4", "file.syntax", "property name", "Check")),
        inSignup(
            "two documents",
            SIGNUP + "---\ntype: donate\n",
            error("widgets/join.yaml:4:1", "file.second-document", "remove the line ---")),
        inSignup("the marks of one document are no mistake", "---\n" + SIGNUP + "...\n"),
        inSignup(
            "an alias",
            "type: signup\ntitle: Join us\nfields: &f [email]\nconsent: {controllers: *f}\n",
            error("widgets/join.yaml:4:24", "file.alias", "*f", "Write the value out"),
            error("widgets/join.yaml:4:24", "value.type", "a list is needed")),
        new Mistake(
            "aliases of aliases, a billion in all",
            network -> network.with("widgets/join.yaml", "a0: &a0 [lol]\n" + laughs),
            Stream.concat(
                    Stream.of(error("widgets/join.yaml:1:1", "type.missing", "signup")),
                    IntStream.range(1, 10)
                        .boxed()
                        .flatMap(
                            i ->
                                IntStream.range(0, 9)
                                    .mapToObj(
                                        j ->
                                            error(
                                                "widgets/join.yaml:" + (i + 1) + ":" + (10 + 4 * j),
                                                "file.alias",
                                                "*a" + (i - 1)))))
                .toList()),
        inSignup(
            "brackets fifty deep",
            SIGNUP + "consent: " + "[".repeat(50) + "]".repeat(50) + "\n",
            error("widgets/join.yaml:3:40", "file.too-deep", "32", "the brackets")),
        inSignup(
            "brackets two hundred thousand deep",
            SIGNUP + "consent: " + "[".repeat(200_000) + "\n",
            error("widgets/join.yaml:3:40", "file.too-deep", "32", "the brackets")));
  }

  static Stream<Mistake> numbers() {
    return Stream.of(
        inDonate(
            "words for a number",
            DONATE + "amounts: [15, twenty]\n",
            error("widgets/give.yaml:5:15", "value.type", "'twenty'", "a number is needed")),
        inDonate(
            "a currency sign",
            DONATE + "amounts: [$15]\n",
            error("widgets/give.yaml:5:11", "value.type", "'$15'", "without a currency sign")),
        inDonate(
            "nothing and less",
            DONATE + "amounts: [-5, 0]\n",
            error("widgets/give.yaml:5:11", "value.bad", "'-5'", "a number above 0"),
            error("widgets/give.yaml:5:15", "value.bad", "'0'", "a number above 0")),
        inDonate(
            "infinity and no number",
            DONATE + "amounts: [.inf, .nan]\n",
            error("widgets/give.yaml:5:11", "value.type", "'.inf'", "a number above 0"),
            error("widgets/give.yaml:5:17", "value.type", "'.nan'", "a number above 0")),
        inDonate(
            "a number that would be a gigabyte when written out",
            DONATE + "amounts: [1e-999999999, 1e-9999999999]\n",
            error("widgets/give.yaml:5:11", "value.type", "'1e-999999999'", "a number above 0"),
            error("widgets/give.yaml:5:25", "value.type", "'1e-9999999999'", "a number above 0")),
        inDonate(
            "a goal that would be a gigabyte when written out",
            DONATE + "goal: {amount: 1e999999999}\n",
            error("widgets/give.yaml:5:16", "value.type", "'1e999999999'", "a number above 0")),
        inDonate(
            "two thousand digits",
            DONATE + "amounts: [" + "9".repeat(2000) + "]\n",
            error("widgets/give.yaml:5:11", "value.type", "'999", "at most 1000000")),
        inDonate(
            "decimals that a currency does not have",
            DONATE + "currency: JPY\namounts: [15.5]\n",
            error("widgets/give.yaml:6:11", "amount.too-fine", "'15.5'", "JPY", "whole number")),
        inDonate(
            "a tenth of a cent",
            DONATE + "amounts: [12.50, 12.505]\n",
            error("widgets/give.yaml:5:18", "amount.too-fine", "'12.505'", "USD", "fewer")));
  }

  static Stream<Mistake> donate() {
    return Stream.of(
        inDonate(
            "a currency that there is not",
            DONATE + "currency: XYZ\n",
            error("widgets/give.yaml:5:11", "currency.unknown", "'XYZ'", "such as USD")),
        inDonate(
            "a currency in small letters",
            DONATE + "currency: usd\n",
            error("widgets/give.yaml:5:11", "value.bad", "'usd'", "such as USD")),
        inDonate(
            "more amounts than anybody chooses from",
            DONATE + "amounts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]\n",
            error("widgets/give.yaml:5:10", "value.too-many", "13", "12", "Remove some")),
        inDonate(
            "a frequency that there is not",
            DONATE + "frequencies: [weekly]\n",
            error("widgets/give.yaml:5:15", "value.not-one-of", "'weekly'", "once, monthly,")),
        inDonate(
            "a frequency that the platform cannot carry",
            DONATE + "frequencies: [once, yearly]\n",
            warning("widgets/give.yaml:5:21", "frequency.not-carried", "'yearly'", "'actblue'")),
        inDonate(
            "a platform that is nearly a known one",
            DONATE.replace("actblue\n", "ActBlu\n"),
            error("widgets/give.yaml:3:11", "value.not-one-of", "'ActBlu'", "Write actblue")),
        inDonate(
            "a form that is no address",
            DONATE.replace("https://secure.actblue.com/donate/open-doors", "donate here"),
            error("widgets/give.yaml:4:7", "form.malformed", "'donate here'", "https://secure.")),
        inDonate(
            "a form of JavaScript",
            DONATE.replace("https://secure.actblue.com/donate/open-doors", "\"javascript:x()\""),
            error("widgets/give.yaml:4:7", "form.malformed", "'javascript:x()'", "https://")),
        inDonate(
            "a placeholder in the host",
            TEMPLATE + "form: https://{source}.example.org/give\n",
            error("widgets/give.yaml:4:7", "form.host", "{source}.example", "behind the host")),
        inDonate(
            "a placeholder that is not known",
            TEMPLATE + "form: https://give.example.org/?a={amuont}\n",
            error("widgets/give.yaml:4:7", "form.placeholder", "{amuont}", "{amount}")),
        inDonate(
            "a placeholder that is never closed",
            TEMPLATE + "form: \"https://give.example.org/?a={amount\"\n",
            error("widgets/give.yaml:4:7", "form.malformed", "{amount", "https://give.")),
        new Mistake(
            "a source code that ActBlue drops in silence",
            network ->
                network
                    .with("handbill.yaml", NETWORK + MEMBER + "    source-code: lwa-web\n")
                    .with("widgets/give.yaml", DONATE),
            List.of(
                error(
                    "widgets/give.yaml:3:11",
                    "code.dropped",
                    "'lwa-web'",
                    "'lakeside'",
                    "letters, digits and underscores"))));
  }

  static Stream<Mistake> signup() {
    return Stream.of(
        inSignup(
            "a field that there is not",
            SIGNUP + "fields: [email, e-mail]\n",
            error("widgets/join.yaml:3:17", "value.not-one-of", "'e-mail'", "Write email")),
        inSignup(
            "a field that there is not, with settings",
            SIGNUP + "fields:\n  - email\n  - {name: fax}\n",
            error("widgets/join.yaml:5:12", "field.untyped", "'fax'", "postal-code", "'type'")),
        inSignup(
            "settings of no field",
            SIGNUP + "fields:\n  - {required: true}\n",
            error("widgets/join.yaml:4:5", "key.missing", "'name'", "given-name")),
        inSignup(
            "a field twice",
            SIGNUP + "fields: [email, email]\n",
            error("widgets/join.yaml:3:17", "field.twice", "'email'", "Remove one")),
        inSignup(
            "an empty list of fields",
            SIGNUP + "fields: []\n",
            error("widgets/join.yaml:3:9", "value.empty", "What is asked for, as a list")),
        inSignup(
            "no e-mail address",
            SIGNUP + "fields: [name]\n",
            error("widgets/join.yaml:3:10", "field.no-email", "'email'", "Add it")),
        inSignup(
            "an e-mail address that may be left out",
            SIGNUP + "fields:\n  - {name: email, required: false}\n",
            error("widgets/join.yaml:4:5", "field.email-optional", "Remove 'required: false'")),
        inSignup(
            "a redirect to a foreign origin",
            SIGNUP + "success: {redirect: \"https://evil.example/\"}\n",
            error(
                "widgets/join.yaml:3:21", "redirect.foreign", "https://evil.example", "member's")),
        inSignup(
            "a redirect to another scheme is to another origin",
            SIGNUP + "success: {redirect: \"http://network.example.org/\"}\n",
            error("widgets/join.yaml:3:21", "redirect.foreign", "'http://network.example.org/'")),
        inSignup(
            "a redirect to another port is to another origin",
            SIGNUP + "success: {redirect: \"https://network.example.org:8443/\"}\n",
            error("widgets/join.yaml:3:21", "redirect.foreign", "example.org:8443/'")),
        inSignup(
            "a redirect that hides its host behind an @",
            SIGNUP + "success: {redirect: \"https://network.example.org@evil.example/\"}\n",
            error("widgets/join.yaml:3:21", "value.bad", "@evil.example", "https://")),
        inSignup(
            "a redirect to the network's own site is no mistake",
            SIGNUP + "success: {redirect: \"https://Network.example.org:443/thanks?a=b#c\"}\n"),
        new Mistake(
            "a redirect to a member's site is no mistake",
            network ->
                network
                    .with(
                        "handbill.yaml",
                        NETWORK + MEMBER + "    origins: [\"https://Lakeside.example:443/\"]\n")
                    .with(
                        "widgets/join.yaml",
                        SIGNUP + "success: {redirect: \"https://lakeside.example/thanks\"}\n"),
            List.of()),
        inSignup(
            "a field's name that cannot be one",
            own("{name: 1st, type: text, label: First}"),
            error("widgets/join.yaml:5:12", "value.bad", "'1st'", "a name of your own")),
        inSignup(
            "a field's name that is too long",
            own("{name: " + "x".repeat(41) + ", type: text, label: Long}"),
            error("widgets/join.yaml:5:12", "value.bad", "xxx", "1 to 40")),
        inSignup(
            "a field's name that every form uses",
            own("{name: consent-version, type: text, label: Version}"),
            error("widgets/join.yaml:5:12", "field.reserved", "'consent-version'", "another name")),
        inSignup(
            "a field's name that would hide the form's own from scripts",
            own("{name: action, type: text, label: Action}"),
            error("widgets/join.yaml:5:12", "field.reserved", "'action'", "another name")),
        inSignup(
            "a field of one's own twice",
            own("{name: age, type: text, label: A}\n  - {name: age, type: text, label: B}"),
            error("widgets/join.yaml:6:5", "field.twice", "'age'", "Remove one")),
        inSignup(
            "a type that there is not",
            own("{name: age, type: numbr, label: Age}"),
            error("widgets/join.yaml:5:23", "value.not-one-of", "'numbr'", "choice")),
        inSignup(
            "a type for a field that has its own",
            own("{name: phone, type: text}"),
            error("widgets/join.yaml:5:25", "field.setting", "'type'", "'phone'", "Remove it")),
        inSignup(
            "a setting of another kind of field",
            own("{name: age, type: text, label: Age, most: 2}"),
            error("widgets/join.yaml:5:47", "field.setting", "'most'", "'age'", "Remove it")),
        inSignup(
            "a hidden field that is required",
            own("{name: origin, type: hidden, required: true}"),
            error("widgets/join.yaml:5:44", "field.setting", "'required'", "'origin'")),
        inSignup(
            "a hidden field of words",
            own("{name: origin, type: hidden, value: two words}"),
            error("widgets/join.yaml:5:41", "value.bad", "'two words'", "dots, - and _")),
        inSignup(
            "a field of one's own without a label",
            own("{name: age, type: text}"),
            error("widgets/join.yaml:5:5", "field.no-label", "'age'", "Add 'label'")),
        inSignup(
            "a choice of nothing",
            own("{name: topic, type: choice, label: Topic}"),
            error("widgets/join.yaml:5:5", "field.no-options", "'options'", "value and label")),
        inSignup(
            "an empty list of choices",
            own("{name: topic, type: choices, label: Topic, options: []}"),
            error("widgets/join.yaml:5:57", "value.empty", "What can be chosen")),
        inSignup(
            "an option that is only named",
            own("{name: topic, type: choice, label: Topic, options: [housing]}"),
            error("widgets/join.yaml:5:57", "value.type", "'housing'", "value: housing")),
        inSignup(
            "an option without a label",
            own("{name: topic, type: choice, label: Topic, options: [{value: a}]}"),
            error("widgets/join.yaml:5:57", "key.missing", "'label'", "A text")),
        inSignup(
            "an option whose value could not be told from two",
            own("{name: topic, type: choices, label: T, options: [{value: \"a, b\", label: A}]}"),
            error("widgets/join.yaml:5:62", "value.bad", "'a, b'", "in quotes")),
        inSignup(
            "two options of one value",
            own("{name: topic, type: choice, label: Topic, options: " + options("a", "b", "a")),
            error("widgets/join.yaml:5:109", "option.twice", "'a'", "another value")),
        inSignup(
            "more choices than there are options",
            own("{name: topic, type: choices, label: T, most: 3, options: " + options("a", "b")),
            error("widgets/join.yaml:5:50", "field.most", "3", "2 options", "smaller number")),
        inSignup(
            "no choice at all",
            own("{name: topic, type: choices, label: T, most: 0, options: " + options("a", "b")),
            error("widgets/join.yaml:5:50", "value.bad", "'0'", "1 or more")),
        inSignup(
            "a text of a novel's length",
            own("{name: story, type: text, label: Story, max: 2001}"),
            error("widgets/join.yaml:5:50", "value.bad", "'2001'", "from 1 to 2000")),
        inSignup(
            "a country by its name",
            own("{name: postal-code, country: Mexico}"),
            error("widgets/join.yaml:5:34", "value.bad", "'Mexico'", "such as US")),
        inSignup(
            "a country that there is not",
            own("{name: phone, country: UK}"),
            error("widgets/join.yaml:5:28", "country.unknown", "'UK'", "GB")),
        inSignup(
            "a country for a field that has none",
            own("{name: given-name, country: US}"),
            error("widgets/join.yaml:5:33", "field.setting", "'country'", "'given-name'")),
        inSignup(
            "consent to nobody",
            SIGNUP + "consent: {controllers: []}\n",
            error("widgets/join.yaml:3:24", "value.empty", "Who receives the details")),
        inSignup(
            "consent that leaves the network out",
            SIGNUP + "consent: {controllers: [member]}\n",
            error("widgets/join.yaml:3:24", "consent.no-network", "Add 'network'"),
            error("widgets/join.yaml:3:25", "consent.no-member", "'delivery'", "Remove 'member'")),
        new Mistake(
            "consent to members that receive nothing",
            network ->
                network
                    .with("handbill.yaml", NETWORK + MEMBER)
                    .with(
                        "widgets/join.yaml",
                        SIGNUP + "consent: {controllers: [network, member]}\n"),
            List.of(error("widgets/join.yaml:3:34", "consent.no-member", "'delivery'"))),
        inSignup(
            "every kind of field is no mistake",
            SIGNUP
                + "double-opt-in: false\n"
                + """
                fields:
                  - email
                  - {name: given-name, required: false}
                  - {name: family-name, help: As on letters}
                  - {name: postal-code, country: US}
                  - {name: phone, required: false, country: NO}
                  - country
                  - language
                  - {name: text, type: choice, label: Topic, options: [{value: a, label: A}]}
                  - {name: topics, type: choices, label: Topics, most: 1,
                     options: [{value: a, label: A}, {value: b, label: B}]}
                  - {name: employer, type: text, max: 80, label: Employer,
                     autocomplete: organization, inputmode: text}
                  - {name: volunteer, type: checkbox, required: false, label: I can help}
                  - {name: campaign, type: hidden, value: spring-2026}
                  - {name: page, type: hidden}
                """));
  }

  private static String own(String field) {
    return SIGNUP + "fields:\n  - email\n  - " + field + "\n";
  }

  /** The end of a field in a line: its options, by value. */
  private static String options(String... values) {
    return Stream.of(values)
        .map(value -> "{value: " + value + ", label: L}")
        .collect(Collectors.joining(", ", "[", "]}"));
  }

  static Stream<Mistake> resources() {
    String page = LIST + "sources:\n  - page: ";
    String entry = "<main><a href=\"https://a.example/\">Where to find help</a></main>";
    return Stream.of(
        inList(
            "neither sources nor items",
            LIST,
            error("widgets/help.yaml:1:1", "resources.none", "at least one")),
        inList(
            "a source of nothing",
            LIST + "sources:\n  - within: main\n",
            error("widgets/help.yaml:4:5", "source.empty", "one of page, csv, feed and hsds")),
        inList(
            "a source outside the folder",
            page + "../secret.html\n",
            error("widgets/help.yaml:4:11", "file.outside", "'../secret.html'", "pages/resources")),
        inList(
            "a source at the root of the disk",
            page + "/etc/passwd\n",
            error("widgets/help.yaml:4:11", "file.outside", "'/etc/passwd'", "pages/resources")),
        inList(
            "a source with a NUL in its name",
            page + "\"pages/a\\0.html\"\n",
            error("widgets/help.yaml:4:11", "file.outside", "pages/a", "pages/resources.html")),
        new Mistake(
            "a source that is a link out of the folder",
            network ->
                network
                    .link("pages/leak.html", outside(network.root(), entry))
                    .with("widgets/help.yaml", page + "pages/leak.html\n"),
            List.of(
                error("widgets/help.yaml:4:11", "file.outside", "'pages/leak.html'", "inside it"))),
        new Mistake(
            "a source that is a link within the folder is no mistake",
            network ->
                network
                    .with("pages/real.html", entry)
                    .link("pages/alias.html", Path.of("real.html"))
                    .with("widgets/help.yaml", page + "pages/alias.html\n"),
            List.of()),
        inList(
            "a source that does not exist",
            page + "pages/none.html\n",
            error("widgets/help.yaml:4:11", "source.unreadable", "'pages/none.html'", "Check the")),
        inList(
            "a source that is a folder",
            page + "widgets\n",
            error("widgets/help.yaml:4:11", "source.folder", "'widgets'", "Name a file")),
        new Mistake(
            "a source that is too large",
            network ->
                network
                    .with("pages/a.html", "x".repeat(2 * 1024 * 1024 + 1))
                    .with("widgets/help.yaml", page + "pages/a.html\n"),
            List.of(
                error(
                    "pages/a.html:1:1", "source.too-large", "2,097,153", "2,097,152", "max-size"))),
        new Mistake(
            "a selector that is none",
            network ->
                network
                    .with("pages/a.html", entry)
                    .with("widgets/help.yaml", page + "pages/a.html\n    within: \"main[\"\n"),
            List.of(error("widgets/help.yaml:5:13", "selector.malformed", "'main['", "#content"))),
        new Mistake(
            "other selectors that are none",
            network ->
                network
                    .with("pages/a.html", entry)
                    .with(
                        "widgets/help.yaml",
                        page
                            + "pages/a.html\n    without: \"[\"\n    groups: \"h2(\"\n"
                            + "    items: \">>>\"\n"),
            List.of(
                error("widgets/help.yaml:5:14", "selector.malformed", "'without'", "#content"),
                error("widgets/help.yaml:6:13", "selector.malformed", "'groups'", "#content"),
                error("widgets/help.yaml:7:12", "selector.malformed", "'items'", "#content"))),
        new Mistake(
            "a selector that nothing matches",
            network ->
                network
                    .with("pages/a.html", entry)
                    .with("widgets/help.yaml", page + "pages/a.html\n    within: aside\n"),
            List.of(
                warning(
                    "widgets/help.yaml:4:11", "resources.selector.absent", "aside", "Look at"))),
        new Mistake(
            "a part to leave out that is not there",
            network ->
                network
                    .with("pages/a.html", entry)
                    .with("widgets/help.yaml", page + "pages/a.html\n    without: .news\n"),
            List.of(
                warning(
                    "widgets/help.yaml:4:11",
                    "resources.selector.absent",
                    "without: .news",
                    "Look at"))),
        new Mistake(
            "a page without links",
            network ->
                network
                    .with("pages/a.html", "<p>Soon")
                    .with("widgets/help.yaml", page + "pages/a.html\n"),
            List.of(warning("widgets/help.yaml:4:11", "source.no-links", "'within' says"))),
        inList(
            "an interval in words",
            page + "https://a.example/\n    every: often\n",
            error("widgets/help.yaml:5:12", "value.bad", "'often'", "such as 15m")),
        inList(
            "a page on this machine",
            page + "http://127.0.0.1/\n",
            warning("widgets/help.yaml:4:11", "source.nothing", "127.0.0.1", "allow-private")),
        inList(
            "an item without an address",
            LIST + "items:\n  - {title: Rights}\n",
            error("widgets/help.yaml:4:5", "key.missing", "'url'", "https://")),
        inList(
            "an item of JavaScript",
            LIST + "items:\n  - {title: a, url: \"javascript:alert(1)\"}\n",
            error("widgets/help.yaml:4:21", "value.bad", "'javascript:alert(1)'", "https://")),
        inList(
            "an item with a space in its address",
            LIST + "items:\n  - {title: a, url: \"https://a.example/get help\"}\n",
            error("widgets/help.yaml:4:21", "url.space", "'https://a.example/get help'", "%20")),
        inList(
            "a source with a space in its address",
            "type: resources\ntitle: a\nsources:\n  - page: https://a.example/get help\n",
            error("widgets/help.yaml:4:11", "url.space", "'https://a.example/get help'", "%20")),
        inList(
            "an item with a broken escape",
            LIST + "items:\n  - {title: a, url: \"https://a.example/%zz\"}\n",
            error(
                "widgets/help.yaml:4:21", "url.malformed", "'https://a.example/%zz'", "https://")),
        inList(
            "an item with a number that is none",
            LIST + "items:\n  - {title: a, url: \"tel:help\"}\n",
            error("widgets/help.yaml:4:21", "address.malformed", "'tel:help'", "tel:+1")),
        inList(
            "an item with half a mail address",
            LIST + "items:\n  - {title: a, url: \"mailto:help@desk\"}\n",
            error("widgets/help.yaml:4:21", "address.malformed", "'mailto:help@desk'", "help@")),
        inList(
            "a thousand items and one",
            LIST + "items:\n" + "  - {title: a, url: https://a.example}\n".repeat(1001),
            error("widgets/help.yaml:4:3", "value.too-many", "1,001", "1,000", "Remove some")),
        inList(
            "a sheet that is not there",
            LIST + "sources:\n  - csv: sheets/help.csv\n",
            error("widgets/help.yaml:4:10", "source.unreadable", "'sheets/help.csv'")),
        inList(
            "a day that no calendar has",
            LIST + "items:\n  - {title: a, url: https://a.example, expires: \"2026-02-30\"}\n",
            error("widgets/help.yaml:4:49", "day.unknown", "'2026-02-30'", "2026-11-23")),
        inList(
            "two kinds in one source",
            LIST + "sources:\n  - {page: a.html, csv: b.csv}\n",
            error("widgets/help.yaml:4:5", "source.several", "page, csv")),
        inList(
            "what is no selector",
            LIST + "sources:\n  - {page: handbill.yaml, without: \"::\"}\n",
            error("widgets/help.yaml:4:36", "selector.malformed", "'::'", "'without'")));
  }

  private static Path outside(Path root, String text) {
    return TestNetwork.in(root.resolveSibling(root.getFileName() + "-other"))
        .with("page.html", text)
        .root()
        .resolve("page.html");
  }

  @Test
  void ten_mistakes_in_three_files_are_told_in_one_run_and_in_order() {
    TestNetwork network =
        TestNetwork.in(folder)
            .with(
                "handbill.yaml",
                """
                network:
                  name: Open Doors
                  url: network.example.org
                languages: [en, english]
                members:
                  - id: Lake
                    name: Lakeside
                    theme: {accent: red}
                """)
            .with(
                "widgets/give.yaml",
                """
                type: donate
                title: Give
                platform: paypall
                form: https://give.example.org
                amounts: [ten]
                currency: dollars
                """)
            .with(
                "widgets/join.yaml",
                """
                type: signup
                title: Join us
                feilds: [email]
                draft: perhaps
                title: Join
                """);
    assertThat(network.check().stream().map(NetworkFolderTest::head))
        .containsExactly(
            "handbill.yaml:3:8 ERROR value.bad",
            "handbill.yaml:4:17 ERROR value.bad",
            "handbill.yaml:6:9 ERROR value.bad",
            "handbill.yaml:8:21 ERROR value.bad",
            "widgets/give.yaml:3:11 ERROR value.not-one-of",
            "widgets/give.yaml:5:11 ERROR value.type",
            "widgets/give.yaml:6:11 ERROR value.bad",
            "widgets/join.yaml:3:1 ERROR key.unknown-near",
            "widgets/join.yaml:4:8 ERROR value.type",
            "widgets/join.yaml:5:1 ERROR key.duplicate");
  }

  @Test
  void a_broken_network_file_does_not_hide_what_is_wrong_in_the_widgets() {
    TestNetwork network =
        TestNetwork.in(folder)
            .with("handbill.yaml", "network: [\n")
            .with("widgets/join.yaml", "type: signup\n");
    assertThat(network.check().stream().map(NetworkFolderTest::head))
        .containsExactly(
            "handbill.yaml:2:1 ERROR file.syntax", "widgets/join.yaml:1:1 ERROR key.missing");
  }

  @Test
  void an_address_in_any_alphabet_is_followed_as_browsers_do() {
    TestNetwork network =
        TestNetwork.in(folder)
            .with(
                "handbill.yaml",
                NETWORK.replace(
                    "https://network.example.org", "https://bücher.example/añadir?q=ü"));
    assertThat(network.check()).isEmpty();
    assertThat(read(network).network().orElseThrow().url())
        .hasToString("https://xn--bcher-kva.example/a%C3%B1adir?q=%C3%BC");
  }

  @Test
  void a_widgets_file_that_leads_out_of_the_folder_is_refused_and_one_that_stays_is_read() {
    TestNetwork elsewhere = TestNetwork.in(folder.resolve("elsewhere"));
    TestNetwork network =
        TestNetwork.in(folder.resolve("network"))
            .with("versions/2/stays.yaml", SIGNUP)
            .link("widgets/stays.yaml", folder.resolve("network/versions/2/stays.yaml"))
            .link("widgets/leaves.yaml", elsewhere.root().resolve("widgets/join.yaml"));
    assertThat(network.check().stream().map(NetworkFolderTest::head))
        .containsExactly("widgets/leaves.yaml:1:1 ERROR file.outside");
  }

  @Test
  void a_problem_is_printed_as_editors_and_compilers_do() {
    assertThat(TestNetwork.in(folder).with("widgets/join.yaml", SIGNUP + "feilds: []\n").check())
        .singleElement()
        .hasToString(
            "widgets/join.yaml:3:1: error: 'feilds' is not a key that belongs here."
                + " Did you mean 'fields'?");
  }

  private static NetworkFolder read(TestNetwork network) {
    return NetworkFolder.read(network.root(), BuiltInTypes.all(), SCHEMAS);
  }

  @Test
  void a_file_of_random_bytes_is_refused_and_never_breaks_the_check() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(read(TestNetwork.in(folder).with("widgets/join.yaml", bytes)).problems())
          .as("seed 7, file %d", i)
          .isNotEmpty();
    }
  }

  @Test
  void a_sound_file_with_a_character_changed_never_breaks_the_check() throws Exception {
    Random random = new Random(11);
    String signs = "\t\n :-[]{}\"'&*#!|>%@`,?~0.é\uD83D\uDE80\\";
    String sound = DONATE + "amounts: [15, 35.5]\nfrequencies: [once]\ngoal: {amount: 5}\n";
    TestNetwork network = TestNetwork.in(folder);
    for (int i = 0; i < 300; i++) {
      StringBuilder changed = new StringBuilder(sound);
      for (int j = 0; j < 3; j++) {
        changed.setCharAt(
            random.nextInt(changed.length()), signs.charAt(random.nextInt(signs.length())));
      }
      Files.writeString(
          folder.resolve("widgets/give.yaml"),
          changed.toString().replaceAll("[\\uD800-\\uDFFF]", "x"));
      assertThat(read(network)).as("seed 11, file %d: %s", i, changed).isNotNull();
    }
  }
}
