package org.handbill.widget.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A server on this machine that answers with any bytes, also with those that no server should. */
final class RawServer implements AutoCloseable {

  /** Answers one request; the connection ends when it returns. */
  interface Answer {
    void to(String head, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final boolean reads;
  private final Answer answer;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RawServer(ServerSocket listener, Answer answer) {
    this(listener, true, answer);
  }

  private RawServer(ServerSocket listener, boolean reads, Answer answer) {
    this.listener = listener;
    this.reads = reads;
    this.answer = answer;
    threads.execute(this::accept);
  }

  RawServer(Answer answer) throws IOException {
    this(local(), answer);
  }

  private static ServerSocket local() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Says that to whoever connects, without having read anything. */
  static RawServer greeting(byte[] bytes) throws IOException {
    return new RawServer(local(), false, (head, socket) -> write(socket, bytes));
  }

  /** Says that to whoever connects, then one zero after the other, slowly and without end. */
  static RawServer trickling(byte[] bytes) throws IOException {
    return new RawServer(
        local(),
        false,
        (head, socket) -> {
          write(socket, bytes);
          trickle(socket, new byte[1]);
        });
  }

  /** Sends a piece again and again, slowly, until the client is gone. */
  static void trickle(Socket socket, byte[] piece) throws IOException, InterruptedException {
    while (true) {
      write(socket, piece);
      Thread.sleep(50);
    }
  }

  /** Answers each request with these lines, of which the last is the body. */
  static RawServer of(String... lines) throws IOException {
    return new RawServer((head, socket) -> write(socket, String.join("\r\n", lines)));
  }

  static void write(Socket socket, String text) throws IOException {
    write(socket, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static void write(Socket socket, byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** A whole answer of 200. */
  static byte[] ok(byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = reads ? head(new BufferedInputStream(socket.getInputStream())) : "";
      heads.add(head);
      answer.to(head, socket);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes(); // until the client is done
    } catch (IOException e) {
      // the client went away, which is what most of these tests are about
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** The heads of all requests so far. */
  List<String> heads() {
    return heads;
  }

  int port() {
    return listener.getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
