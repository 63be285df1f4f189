package org.handbill.server.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A member's own site: pages of a test, on an origin of their own. */
final class HostSite implements AutoCloseable {

  private record Page(String type, byte[] body, Map<String, String> headers) {}

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final HttpServer server;

  HostSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          Page page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = page == null ? new byte[0] : page.body();
          if (page != null) {
            exchange.getResponseHeaders().set("Content-Type", page.type());
            page.headers().forEach(exchange.getResponseHeaders()::set);
          }
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Puts a page at a path and returns its address. */
  String page(String path, String html, String... headers) {
    Map<String, String> fields = new ConcurrentHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      fields.put(headers[i], headers[i + 1]);
    }
    pages.put(
        path, new Page("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), fields));
    return url() + path;
  }

  /**
   * Puts a page with the quick snippet of a widget at a path and returns its address.
   *
   * @param widgets where the widget server is
   * @param widget its id and query
   */
  String embedding(String path, String widgets, String widget, String... headers) {
    String script = widget.contains("?") ? widget.replaceFirst("\\?", ".js?") : widget + ".js";
    String html =
        """
        <!doctype html><html lang=en><head><title>A member</title><link rel=icon href=data:,></head>
        <body><main><h1>A member</h1><div data-handbill="%1$s"><a href="%2$s/w/%1$s">Link</a></div>
        <script nonce=abc async src="%2$s/w/%3$s"></script></main></body></html>
        """
            .formatted(widget.replace("&", "&amp;"), widgets, script.replace("&", "&amp;"));
    return page(path, html, headers);
  }

  String style(String path, String css) {
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    pages.put(path, new Page("text/css; charset=utf-8", bytes, Map.of()));
    return url() + path;
  }

  String picture(String path, byte[] png) {
    pages.put(path, new Page("image/png", png, Map.of()));
    return url() + path;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
