package org.handbill.widget.source;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.handbill.widget.model.LinkHealth.State;

/**
 * Follows one link: HEAD, and GET where a server does not care for HEAD; of an answer only its head
 * is read. HEAD has a part of the time only, so that GET has its turn where a server hangs on it.
 * {@link #close()} may be called by another thread, and cuts whatever is under way.
 */
final class LinkProbe implements AutoCloseable {

  /**
   * What came of it.
   *
   * @param movedTo where it leads now, for good
   */
  record Found(State state, Optional<URI> movedTo) {
    static Found of(State state) {
      return new Found(state, Optional.empty());
    }
  }

  private static final int FIRST_OF_REFUSALS = 400;
  private static final int TEAPOT = 418;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE_FOR_LEGAL_REASONS = 451;

  /** What LinkedIn answers to programs. */
  private static final int REQUEST_DENIED = 999;

  /** Of the time for a link, HEAD has one in so many parts to be answered. */
  private static final int PARTS = 4;

  private final FetchAttempt.Terms terms;
  private final CloseableHttpClient client;

  LinkProbe(FetchAttempt.Terms terms) {
    this.terms = terms;
    this.client = terms.client();
  }

  /** Follows it; empty where it may not be asked at all, such as on a private network. */
  Optional<Found> run(URI link) {
    WebAddress at = new WebAddress(link);
    Optional<URI> moved = Optional.empty();
    boolean forGood = true;
    try {
      for (int redirects = 0; redirects <= FetchAttempt.MAX_REDIRECTS; redirects++) {
        if (at.refusal(terms.extraPorts(), terms.allowPrivate()).isPresent()) {
          return redirects == 0 ? Optional.empty() : Optional.of(Found.of(State.UNREACHABLE));
        }
        Answer answer = answer(at);
        Optional<WebAddress> next = answer.location().flatMap(at::redirectedTo);
        if (!answer.redirects() || next.isEmpty()) {
          return Optional.of(found(answer.status(), moved));
        }
        at = next.get();
        forGood &= answer.forGood();
        moved = forGood ? Optional.of(at.uri()) : moved;
      }
      return Optional.of(Found.of(State.UNREACHABLE));
    } catch (GuardedConnections.NotAllowed privateNetwork) {
      return Optional.empty();
    } catch (IOException unreachable) {
      return Optional.of(Found.of(State.UNREACHABLE));
    }
  }

  private static Found found(int status, Optional<URI> moved) {
    State state = state(status);
    return state == State.OK && moved.isPresent() ? new Found(State.MOVED, moved) : Found.of(state);
  }

  private static State state(int status) {
    return switch (status) {
      case HttpStatus.SC_UNAUTHORIZED,
          HttpStatus.SC_FORBIDDEN,
          HttpStatus.SC_BAD_REQUEST,
          HttpStatus.SC_METHOD_NOT_ALLOWED,
          HttpStatus.SC_NOT_ACCEPTABLE,
          TEAPOT,
          TOO_MANY_REQUESTS,
          UNAVAILABLE_FOR_LEGAL_REASONS,
          HttpStatus.SC_NOT_IMPLEMENTED,
          REQUEST_DENIED ->
          State.BLOCKED;
      case HttpStatus.SC_NOT_FOUND, HttpStatus.SC_GONE -> State.DEAD;
      default -> status < FIRST_OF_REFUSALS ? State.OK : State.UNREACHABLE;
    };
  }

  private record Answer(int status, Optional<String> location) {
    boolean redirects() {
      return Set.of(301, 302, 303, 307, 308).contains(status);
    }

    boolean forGood() {
      return status == HttpStatus.SC_MOVED_PERMANENTLY
          || status == HttpStatus.SC_PERMANENT_REDIRECT;
    }
  }

  private Answer answer(WebAddress at) throws IOException {
    Answer head;
    try {
      head = answer(head(at));
    } catch (GuardedConnections.NotAllowed privateNetwork) {
      throw privateNetwork;
    } catch (IOException notToHead) {
      return answer(new HttpGet(at.target()));
    }
    return head.status() < FIRST_OF_REFUSALS || head.status() == TOO_MANY_REQUESTS
        ? head
        : answer(new HttpGet(at.target()));
  }

  private HttpHead head(WebAddress at) {
    HttpHead head = new HttpHead(at.target());
    Timeout part = Timeout.of(terms.limits().total().dividedBy(PARTS));
    head.setConfig(
        RequestConfig.copy(GuardedConnections.REQUESTS).setResponseTimeout(part).build());
    return head;
  }

  private Answer answer(HttpUriRequestBase request) throws IOException {
    request.setHeader(HttpHeaders.ACCEPT, "*/*");
    request.setHeader(HttpHeaders.CONNECTION, "close");
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      return new Answer(
          response.getCode(),
          Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION)).map(Header::getValue));
    } finally {
      request.cancel();
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
