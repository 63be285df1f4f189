package org.handbill.server.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.server.store.SourceRecords;
import org.handbill.widget.FollowedLink;
import org.handbill.widget.Widgets;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Problem;
import org.handbill.widget.render.StyleHash;
import org.handbill.widget.source.SourceStatus;

/**
 * {@code /admin}: how the sources and the links are, and the button that accepts what is held back.
 * There is no session: whoever presses a button gives the token with it.
 */
public final class AdminDesk {

  private static final Messages MESSAGES = Messages.beside(AdminDesk.class);
  private static final int MOST_LINKS = 500;
  private static final Set<LinkHealth.State> WELL =
      Set.of(LinkHealth.State.OK, LinkHealth.State.BLOCKED);

  private final Widgets widgets;
  private final SourceRecords records;
  private final Optional<String> token;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, AdminDesk.class.getClassLoader());

  /**
   * @param token what changes ask for; empty to change nothing here
   */
  public AdminDesk(Widgets widgets, SourceRecords records, Optional<String> token) {
    this.widgets = widgets;
    this.records = records;
    this.token = token;
  }

  /** Shows how everything is. */
  public void show(Context ctx) {
    page(ctx, "");
  }

  /** Accepts what is held back of a source. */
  public void accept(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      ctx.status(403);
      page(ctx, "admin.foreign");
    } else if (token.isEmpty() || !same(token.get(), String.valueOf(ctx.formParam("token")))) {
      ctx.status(403);
      page(ctx, "admin.token.wrong");
    } else {
      boolean held = records.accept(String.valueOf(ctx.formParam("source")));
      page(ctx, held ? "admin.accepted" : "admin.accepted.nothing");
    }
  }

  /** Compares hashes, so that the time it takes tells nothing. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(digest(one), digest(other));
  }

  private static byte[] digest(String text) {
    return Asset.digest("SHA-256", text.getBytes(StandardCharsets.UTF_8));
  }

  private void page(Context ctx, String said) {
    Messages.Texts texts = MESSAGES.in(widgets.network().languages().first());
    StringOutput page = new StringOutput();
    AdminView view = view(texts, said.isEmpty() ? "" : texts.get(said));
    templates.render("org/handbill/server/desk/admin.jte", Map.of("view", view), page);
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; img-src data:; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; style-src "
            + StyleHash.of(page.toString()));
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.contentType("text/html;charset=utf-8").result(page.toString());
  }

  private AdminView view(Messages.Texts texts, String said) {
    List<FollowedLink> links = widgets.links();
    return new AdminView(
        texts,
        widgets.network().name(),
        said,
        widgets.status().current(),
        widgets.status().problems().stream().map(Problem::toString).toList(),
        widgets.sources().stream().map(status -> source(status, texts)).toList(),
        Arrays.stream(LinkHealth.State.values())
            .map(state -> count(links, state, texts))
            .filter(count -> count.count() > 0)
            .toList(),
        links.stream().flatMap(link -> link(link, texts).stream()).limit(MOST_LINKS).toList(),
        token.isPresent());
  }

  private static AdminView.Source source(SourceStatus status, Messages.Texts texts) {
    return new AdminView.Source(
        status.uri().toString(),
        status.uri().isAbsolute(),
        status.state().param(),
        texts.get("admin.source." + status.state().param()),
        minute(status.since()),
        status.reason(),
        status.goodAt().map(AdminDesk::minute).orElse(texts.get("admin.never")));
  }

  private static AdminView.Count count(
      List<FollowedLink> links, LinkHealth.State state, Messages.Texts texts) {
    return new AdminView.Count(
        texts.get("admin.link." + state.param()),
        links.stream()
            .filter(link -> link.health().filter(health -> health.state() == state).isPresent())
            .count());
  }

  private static Optional<AdminView.Link> link(FollowedLink link, Messages.Texts texts) {
    return link.health()
        .filter(health -> !WELL.contains(health.state()))
        .map(
            health ->
                new AdminView.Link(
                    link.widget().value(),
                    link.uri().toString(),
                    health.state().param(),
                    texts.get("admin.link." + health.state().param()),
                    health.movedTo().map(Object::toString).orElse(""),
                    minute(health.since())));
  }

  private static String minute(Instant time) {
    return time.toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }
}
