package org.handbill.server.submit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.OptIns.Link;
import org.handbill.server.store.OptIns.Purpose;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.LinkView.Button;
import org.handbill.server.web.FormTitle;
import org.handbill.server.web.Problem;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.render.StyleHash;

/**
 * {@code /confirm/{token}} and {@code /unsubscribe/{token}}: the pages behind the links of mails.
 * GET shows a button and changes nothing, since mail scanners open every link; POST acts. The token
 * alone is the authority, so nobody's cookies or origin matter. Thread-safe.
 */
public final class LinkHandler {

  private static final Messages MESSAGES = Messages.beside(LinkHandler.class);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");
  private static final int LARGEST_BODY = 8 * 1024;
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String POLICY =
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'; style-src ";

  private final Purpose purpose;
  private final OptIns optIns;
  private final Widgets widgets;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, LinkHandler.class.getClassLoader());

  /**
   * @param purpose what this address is for; a token of the other purpose is unknown here
   */
  public LinkHandler(Purpose purpose, OptIns optIns, Widgets widgets) {
    this.purpose = purpose;
    this.optIns = optIns;
    this.widgets = widgets;
  }

  /** Shows what can be done with the link. */
  public void show(Context ctx) {
    try {
      Optional<String> token = token(ctx);
      answer(ctx, token.isPresent() ? optIns.find(purpose, token.get()) : Optional.empty());
    } catch (StoreUnavailableException e) {
      unavailable(ctx, "get");
    }
  }

  /** Does it, once; pressing again finds it done. */
  public void act(Context ctx) {
    Optional<String> body = body(ctx);
    if (body.isEmpty()) {
      return;
    }
    try {
      Optional<String> token = token(ctx);
      Optional<Link> link = token.isPresent() ? act(token.get()) : Optional.empty();
      LinkView view = answer(ctx, link);
      if (purpose == Purpose.UNSUBSCRIBE && isOneClick(body.get())) {
        ctx.contentType("text/plain;charset=utf-8").result(view.title() + "\n");
      }
    } catch (StoreUnavailableException e) {
      unavailable(ctx, "post");
    }
  }

  private Optional<Link> act(String token) throws StoreUnavailableException {
    return switch (purpose) {
      case CONFIRM -> optIns.confirm(token);
      case UNSUBSCRIBE -> optIns.unsubscribe(token);
    };
  }

  private static Optional<String> token(Context ctx) {
    return Optional.of(ctx.pathParam("token")).filter(token -> TOKEN.matcher(token).matches());
  }

  /** What a mail program sends for its reader (RFC 8058, 3.1), as a form of either kind. */
  private static boolean isOneClick(String body) {
    return body.contains("List-Unsubscribe") && body.contains("One-Click");
  }

  /** The body, or empty when it was answered that there is none to be read. */
  private static Optional<String> body(Context ctx) {
    try (InputStream body = ctx.req().getInputStream()) {
      byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
      if (bytes.length <= LARGEST_BODY) {
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
      }
      new Problem(413, "too-large", "The body is too large.", "Send none at all.").write(ctx);
    } catch (IOException broken) {
      ctx.header("Connection", "close");
      new Problem(400, "malformed", "The body broke off or is malformed.", "Send it again.")
          .write(ctx);
    }
    return Optional.empty();
  }

  private LinkView answer(Context ctx, Optional<Link> link) {
    Language language =
        link.flatMap(one -> Language.parse(one.language())).orElseGet(() -> asked(ctx));
    String state = link.map(one -> one.state().name()).orElse("unknown").toLowerCase(Locale.ROOT);
    List<FormTitle> forms =
        link.map(one -> FormTitle.of(widgets, one.widgets(), language)).orElse(List.of());
    String key = purpose.name().toLowerCase(Locale.ROOT) + "." + state;
    LinkView view = view(key, language, forms, "post");
    write(ctx, status(link), view);
    return view;
  }

  private static int status(Optional<Link> link) {
    return link.map(one -> one.state() == Link.State.EXPIRED ? 410 : 200).orElse(404);
  }

  /** A page of the messages that begin with a key; those that there are none of stay away. */
  private LinkView view(String key, Language language, List<FormTitle> forms, String method) {
    Messages.Texts t = MESSAGES.in(language);
    String network = PlainText.line(widgets.network().name());
    boolean listed = t.has(key + ".forms");
    return new LinkView(
        t,
        network,
        widgets.network().url().toString(),
        t.format(key + ".title", network),
        t.format(key + ".text", network),
        listed ? t.get(key + ".forms") : "",
        listed ? forms : List.of(),
        t.has(key + ".button")
            ? Optional.of(new Button(method, t.get(key + ".button")))
            : Optional.empty(),
        t.has(key + ".note") ? t.get(key + ".note") : "");
  }

  private void unavailable(Context ctx, String method) {
    ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    write(ctx, 503, view("unavailable", asked(ctx), List.of(), method));
  }

  /** The browser's language, for a link that tells none. */
  private static Language asked(Context ctx) {
    if (ctx.header("Accept-Language") == null) {
      return Messages.LANGUAGES.first();
    }
    return Collections.list(ctx.req().getLocales()).stream()
        .flatMap(locale -> Messages.LANGUAGES.find(locale.toLanguageTag()).stream())
        .findFirst()
        .orElse(Messages.LANGUAGES.first());
  }

  private void write(Context ctx, int status, LinkView view) {
    StringOutput page = new StringOutput();
    templates.render("org/handbill/server/submit/link.jte", Map.of("view", view), page);
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Security-Policy", POLICY + StyleHash.of(page.toString()));
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Robots-Tag", "noindex");
    ctx.contentType("text/html;charset=utf-8").result(page.toString());
  }
}
