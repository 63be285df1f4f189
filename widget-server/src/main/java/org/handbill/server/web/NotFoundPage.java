package org.handbill.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Messages;
import org.handbill.widget.render.StyleHash;

/** The page for an address with nothing behind it; it repeats nothing that was typed. */
public final class NotFoundPage {

  private static final Messages MESSAGES = Messages.beside(NotFoundPage.class);
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, NotFoundPage.class.getClassLoader());

  private NotFoundPage() {}

  /** Answers 404 in the language of the query, or in English. */
  public static void write(Context ctx) {
    Languages languages = Messages.LANGUAGES;
    Messages.Texts texts = MESSAGES.in(languages.best(ctx.queryParam("lang")));
    StringOutput page = new StringOutput();
    TEMPLATES.render("org/handbill/server/web/not-found.jte", Map.of("t", texts), page);
    ctx.status(404);
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; img-src data:; base-uri 'none'; style-src "
            + StyleHash.of(page.toString()));
    ctx.contentType("text/html;charset=utf-8").result(page.toString());
  }
}
