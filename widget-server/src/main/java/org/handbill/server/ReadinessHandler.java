package org.handbill.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbill.server.store.SignupStore;
import org.handbill.server.web.JsonBody;
import org.handbill.widget.FollowedLink;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Problem;
import org.handbill.widget.source.SourceStatus;

/** {@code GET /readyz}: to everybody ready or not, on the admin port also why. */
final class ReadinessHandler {

  private static final int MOST_LINKS = 500;

  private final Widgets widgets;
  private final SignupStore store;

  ReadinessHandler(Widgets widgets, SignupStore store) {
    this.widgets = widgets;
    this.store = store;
  }

  /** Ready or not. */
  void handle(Context ctx) {
    boolean ready = ready();
    ctx.status(ready ? 200 : 503);
    JsonBody.write(ctx, "application/json", Map.of("ready", ready));
  }

  private boolean ready() {
    return widgets.status().current() && store.available();
  }

  /** The same, with what there is to know. */
  void detail(Context ctx) {
    boolean ready = ready();
    List<FollowedLink> links = widgets.links();
    ctx.status(ready ? 200 : 503);
    JsonBody.write(
        ctx,
        "application/json",
        Map.of(
            "ready",
            ready,
            "database",
            store.available(),
            "edition",
            widgets.status().edition(),
            "folder",
            widgets.status().current(),
            "problems",
            widgets.status().problems().stream().map(Problem::toString).toList(),
            "sources",
            widgets.sources().stream().map(ReadinessHandler::source).toList(),
            "links",
            Map.of(
                "states",
                states(links),
                "trouble",
                links.stream()
                    .filter(ReadinessHandler::troubled)
                    .limit(MOST_LINKS)
                    .map(ReadinessHandler::link)
                    .toList())));
  }

  private static Map<String, Object> source(SourceStatus status) {
    return Map.of(
        "url",
        status.uri().toString(),
        "state",
        status.state().param(),
        "since",
        status.since().toString(),
        "reason",
        status.reason(),
        "served-from",
        status.goodAt().map(Object::toString).orElse(""));
  }

  private static Map<String, Long> states(List<FollowedLink> links) {
    return links.stream()
        .collect(
            Collectors.groupingBy(
                link -> link.health().map(health -> health.state().param()).orElse("unknown"),
                TreeMap::new,
                Collectors.counting()));
  }

  private static boolean troubled(FollowedLink link) {
    return link.health()
        .filter(
            health ->
                health.state() != LinkHealth.State.OK && health.state() != LinkHealth.State.BLOCKED)
        .isPresent();
  }

  private static Map<String, Object> link(FollowedLink link) {
    LinkHealth health = link.health().orElseThrow();
    return Map.of(
        "widget",
        link.widget().value(),
        "url",
        link.uri().toString(),
        "state",
        health.state().param(),
        "moved-to",
        health.movedTo().map(Object::toString).orElse(""),
        "since",
        health.since().toString(),
        "checked",
        health.checked().toString());
  }
}
