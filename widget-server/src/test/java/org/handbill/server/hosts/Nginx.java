package org.handbill.server.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handbill.server.Eventually;

/**
 * Debian's nginx with the {@code site.conf} of an example, in a folder and on a port of a test's.
 */
final class Nginx implements AutoCloseable {

  /** What stands around a {@code site.conf} in Debian, with every path below one folder. */
  private static final String AROUND =
      """
      daemon off;
      user %s;
      pid nginx.pid;
      error_log error.log;
      worker_processes 1;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        include site.conf;
      }
      """;

  private final Command.Running running;
  private final int port;

  private Nginx(Command.Running running, int port) {
    this.running = running;
    this.port = port;
    awaitPort(port, running);
  }

  /**
   * Serves a site.
   *
   * @param site the folder with the site's files and its {@code site.conf}
   * @param listens the port that is written there
   */
  static Nginx of(Path site, int listens) {
    Site.change(site.resolve("site.conf"), "root /var/www/html;", "root " + site + ";");
    return started(site, listens, freePort());
  }

  /**
   * Starts it with a configuration whose files are where it says.
   *
   * @param folder with a {@code site.conf}
   * @param listens the port that is written there
   * @param port the one to listen on instead
   */
  static Nginx started(Path folder, int listens, int port) {
    Site.change(
        folder.resolve("site.conf"), "listen " + listens + ";", "listen 127.0.0.1:" + port + ";");
    try {
      Files.writeString(
          folder.resolve("nginx.conf"), AROUND.formatted(System.getProperty("user.name")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command nginx = Command.of("nginx", "nginx", folder);
    return new Nginx(
        nginx.start("-p", folder.toString(), "-c", "nginx.conf", "-e", folder + "/error.log"),
        port);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** A port that nobody listens on now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns once somebody listens there. */
  static void awaitPort(int port, Command.Running running) {
    Eventually.until(
        "something listens for the test",
        () -> {
          if (!running.process().isAlive()) {
            throw new IllegalStateException(running.said());
          }
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
          } catch (IOException e) {
            return false;
          }
        });
  }

  @Override
  public void close() {
    running.close();
  }
}
