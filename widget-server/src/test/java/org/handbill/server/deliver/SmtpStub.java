package org.handbill.server.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on a socket of this machine that answers what a test tells it to. */
public final class SmtpStub implements AutoCloseable {

  /** Instead of an answer: says nothing more. */
  static final String SILENCE = "silence";

  /** Instead of an answer: hangs up. */
  static final String GONE = "gone";

  private static final Map<String, String> USUAL =
      Map.of("DATA", "354 go on", ".", "250 taken", "AUTH", "235 welcome", "STARTTLS", "220 go on");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;
  private final Map<String, String> answers;
  private final List<String> extensions;
  private final @Nullable SSLContext tls;

  /**
   * @param answers by verb; the greeting's is empty, that of a mail's end is a dot
   * @param extensions what EHLO offers
   * @param tls for STARTTLS; null where that is not tested
   */
  public SmtpStub(Map<String, String> answers, List<String> extensions, @Nullable SSLContext tls)
      throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answers = answers;
    this.extensions = extensions;
    this.tls = tls;
    Thread thread = new Thread(this::accept, "smtp-stub");
    thread.setDaemon(true);
    thread.start();
  }

  public static SmtpStub answering(String verb, String answer) throws IOException {
    return new SmtpStub(Map.of(verb, answer), List.of(), null);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Every line that came, the mails' too, each with {@code S:} before it when it came by TLS. */
  public List<String> lines() {
    return lines;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        open.add(socket);
        if (say(socket, "", "220 stub")) {
          talk(socket, "");
        }
      } catch (IOException broken) {
        // the test's own doing
      }
    }
  }

  private void talk(Socket socket, String mark) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(mark + line);
      String verb = line.split(" ", 2)[0];
      if (data && !line.equals(".")) {
        continue;
      }
      boolean more =
          verb.equals("EHLO")
              ? say(socket, verb, hello())
              : say(socket, verb, USUAL.getOrDefault(verb, "250 fine"));
      data = verb.equals("DATA") && !answers.containsKey(verb);
      if (!more) {
        return;
      }
      if (verb.equals("STARTTLS") && tls != null) {
        SSLSocket secured =
            (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        talk(secured, "S:");
        return;
      }
    }
  }

  private String hello() {
    StringBuilder hello = new StringBuilder("250-stub\r\n");
    extensions.forEach(extension -> hello.append("250-").append(extension).append("\r\n"));
    return hello + "250 HELP";
  }

  private boolean say(Socket socket, String verb, String usual) throws IOException {
    String answer = answers.getOrDefault(verb, usual);
    if (answer.equals(GONE)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      socket.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
