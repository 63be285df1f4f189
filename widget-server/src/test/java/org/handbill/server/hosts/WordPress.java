package org.handbill.server.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's WordPress, freshly installed in a folder of a test's, with MariaDB and PHP's own web
 * server, our plugin among its plugins, an administrator and an author.
 */
final class WordPress implements AutoCloseable {

  static final String ADMINISTRATOR = "administrator";
  static final String AUTHOR = "author";
  static final String PASSWORD = "correct horse battery staple";

  private static final Path INSTALLED = Path.of("/usr/share/wordpress");
  private static final String PLUGIN = "handbill/handbill";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String CONFIGURATION =
      """
      <?php
      define('DB_NAME', '%s');
      define('DB_USER', 'root');
      define('DB_PASSWORD', '');
      define('DB_HOST', 'localhost:%s');
      define('DB_CHARSET', 'utf8mb4');
      define('DB_COLLATE', '');
      define('AUTH_KEY', 'a'); define('SECURE_AUTH_KEY', 'b'); define('LOGGED_IN_KEY', 'c'); define('NONCE_KEY', 'd');
      define('AUTH_SALT', 'e'); define('SECURE_AUTH_SALT', 'f'); define('LOGGED_IN_SALT', 'g'); define('NONCE_SALT', 'h');
      define('WP_HOME', '%s');
      define('WP_SITEURL', WP_HOME);
      define('WP_HTTP_BLOCK_EXTERNAL', true);
      define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
      define('DISABLE_WP_CRON', true);
      define('AUTOMATIC_UPDATER_DISABLED', true);
      $table_prefix = 'wp_';
      if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
      require_once ABSPATH . 'wp-settings.php';
      """;

  /** WordPress fetches from public addresses only; here the widget server is on this machine. */
  private static final String ALLOW_WIDGETS =
      """
      <?php
      add_filter('http_request_host_is_external', '__return_true');
      add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, %d]);
      add_filter('pre_wp_mail', '__return_true');
      """;

  private final MariaDb database;
  private final Command.Running php;
  private final String url;
  private final Map<String, Session> sessions = new HashMap<>();

  /**
   * Installs and starts it.
   *
   * @param folder where everything is put
   * @param plugin the folder of our plugin
   * @param widgets the widget server's address
   */
  WordPress(Path folder, Path plugin, String widgets) {
    Path site = folder.resolve("site");
    if (!Files.isDirectory(INSTALLED.resolve("wp-content/themes/twentytwentythree"))) {
      throw new IllegalStateException(
          "There is no WordPress, which this test drives. Install it:"
              + " apt-get install wordpress wordpress-theme-twentytwentythree");
    }
    Command server = Command.of("php", "php-cli php-mysql", folder);
    database = new MariaDb(folder.resolve("mariadb"));
    int port = Nginx.freePort();
    url = "http://127.0.0.1:" + port;
    try {
      copy(INSTALLED, site);
      copy(plugin, site.resolve("wp-content/plugins/handbill"));
      Files.createDirectories(site.resolve("wp-content/mu-plugins"));
      Files.writeString(
          site.resolve("wp-content/mu-plugins/widgets.php"),
          ALLOW_WIDGETS.formatted(URI.create(widgets).getPort()));
      Files.delete(site.resolve("wp-config.php"));
      Files.writeString(
          site.resolve("wp-config.php"),
          CONFIGURATION.formatted(MariaDb.DATABASE, database.socket(), url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    php =
        server
            .with("PHP_CLI_SERVER_WORKERS", "4")
            .start("-q", "-S", "127.0.0.1:" + port, "-t", site.toString());
    Nginx.awaitPort(port, php);
    install();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }

  private void install() {
    Session visitor = new Session();
    String done =
        visitor.form(
            "/wp-admin/install.php?step=2",
            Map.of(
                "weblog_title", "Lakeside Workers' Alliance",
                "user_name", ADMINISTRATOR,
                "admin_password", PASSWORD,
                "admin_password2", PASSWORD,
                "pw_weak", "on",
                "admin_email", "admin@lakeside.example",
                "blog_public", "0"));
    if (!done.contains("Success")) {
      throw new IllegalStateException("WordPress was not installed:\n" + done);
    }
    as(ADMINISTRATOR)
        .rest(
            "/wp/v2/users",
            Map.of(
                "username",
                AUTHOR,
                "password",
                PASSWORD,
                "email",
                "author@lakeside.example",
                "roles",
                List.of("author")));
  }

  String url() {
    return url;
  }

  /** Somebody who has logged in. */
  Session as(String user) {
    return sessions.computeIfAbsent(user, name -> new Session().in(name));
  }

  /** Publishes a post in somebody's name, and returns its address. */
  String publish(String user, String title, String content) {
    return as(user)
        .rest("/wp/v2/posts", Map.of("title", title, "content", content, "status", "publish"))
        .path("link")
        .asString();
  }

  /** Switches our plugin on or off. */
  void plugin(boolean on) {
    as(ADMINISTRATOR)
        .rest("/wp/v2/plugins/" + PLUGIN, Map.of("status", on ? "active" : "inactive"));
  }

  @Override
  public void close() {
    php.close();
    database.close();
  }

  /** One person's cookies. */
  final class Session {

    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String nonce = "";

    private Session in(String user) {
      send(HttpRequest.newBuilder(URI.create(url + "/wp-login.php")));
      form(
          "/wp-login.php",
          Map.of("log", user, "pwd", PASSWORD, "testcookie", "1", "redirect_to", url + "/"));
      nonce =
          send(
              HttpRequest.newBuilder(
                  URI.create(url + "/wp-admin/admin-ajax.php?action=rest-nonce")));
      return this;
    }

    /** Asks WordPress's own interface, as its editor does. */
    JsonNode rest(String route, Map<String, ?> body) {
      return JSON.readTree(
          send(
              HttpRequest.newBuilder(URI.create(url + "/index.php?rest_route=" + route))
                  .header("Content-Type", "application/json")
                  .header("X-WP-Nonce", nonce)
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private String form(String path, Map<String, String> fields) {
      List<String> pairs = new ArrayList<>();
      fields.forEach(
          (name, value) ->
              pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
      return send(
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private String send(HttpRequest.Builder request) {
      try {
        HttpResponse<String> answer =
            client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
          throw new IllegalStateException(
              answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
