package org.handbill.widget.render;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Improvement;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Publication;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders widgets in every form that they are answered in. Thread-safe. */
public final class Renderer {

  private static final Messages MESSAGES = Messages.beside(Renderer.class);
  private static final String FOLDER = "org/handbill/widget/render/";
  private static final int LONGEST_DESCRIPTION = 200;
  private static final int FRAME_WIDTH = 736; // CSS pixels, as wide as a page of ours

  private final TemplateEngine templates;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Assets assets;
  private final Map<WidgetType, String> styles = new ConcurrentHashMap<>();
  private final Hosting hosting;
  private final URI base;

  /**
   * @param assets what browsers load
   * @param hosting where it all stands
   */
  public Renderer(Assets assets, Hosting hosting) {
    this.assets = assets;
    this.hosting = hosting;
    this.base = hosting.base();
    this.templates =
        TemplateEngine.createPrecompiled(null, ContentType.Html, Renderer.class.getClassLoader());
    this.templates.setTrimControlStructures(true);
  }

  /**
   * One widget for one audience.
   *
   * @param network who publishes
   * @param type the widget's type
   * @param file what every widget has
   * @param audience whom it is for
   * @param content its content
   * @param updated when its content last changed
   * @param edition which edition of the content it is made from
   * @param preview what lets a reader see a draft; empty for what is published
   */
  public record Subject(
      Network network,
      WidgetType type,
      WidgetFile file,
      Audience audience,
      org.handbill.widget.model.Content content,
      Instant updated,
      long edition,
      String preview) {}

  /** The addresses of a widget for an audience. */
  public Links links(Subject subject) {
    return addresses(subject);
  }

  /** All the addresses of a widget for an audience. */
  public Pages pages(Subject subject, View view) {
    Addresses addresses = addresses(subject);
    return new Pages(
        addresses.page(),
        view.fallback().orElse(addresses.page()),
        addresses.received(),
        addresses.challenge(),
        addresses.in(Representation.HTML),
        addresses.in(Representation.JS),
        addresses.in(Representation.JSON),
        addresses.key());
  }

  /** Writes a widget in a form that its content has besides those of every widget. */
  public Rendered form(Subject subject, Representation as) {
    String text = subject.content().form(as.extension(), publication(subject));
    return Rendered.of(as.contentType(), text, Map.of(), subject.edition());
  }

  private Publication publication(Subject subject) {
    return new Publication(
        subject.network(), subject.audience(), addresses(subject), subject.updated());
  }

  /** Renders a view in one of the forms of every widget. */
  public Rendered render(Subject subject, View view, Representation as) {
    String text =
        switch (as) {
          case HTML -> fragment(subject, view);
          case JS ->
              assets.quick(
                  css(subject),
                  markup(subject, view),
                  subject.audience().scheme() == Scheme.INHERIT);
          case JSON -> data(subject, view);
          case PAGE -> page(subject, view);
          case ATOM, JSON_FEED, CSV, HSDS -> throw new IllegalArgumentException(as.extension());
        };
    Map<String, String> headers =
        as == Representation.PAGE
            ? PageHeaders.of(addresses(subject), subject, view, text)
            : Map.of();
    boolean still = as == Representation.PAGE && hosting.still();
    return Rendered.of(
        as.contentType(),
        still ? PageHeaders.within(text, headers) : text,
        headers,
        subject.edition());
  }

  /** Renders a page that is sent once, so that little time is spent on making it small. */
  public Rendered renderOnce(Subject subject, View view) {
    String text = page(subject, view);
    return Rendered.once(
        Representation.PAGE.contentType(),
        text,
        PageHeaders.of(addresses(subject), subject, view, text),
        subject.edition());
  }

  /** Tells a consumer of oEmbed how to show the page in a frame. */
  public Rendered oembed(Subject subject, OembedRequest request) {
    Oembed answer = new Oembed(subject, request);
    if (PageHeaders.mayBeFramed(subject)) {
      int width = Math.min(FRAME_WIDTH, request.maxWidth());
      int height = Math.min(height(subject, width), request.maxHeight());
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("page", addresses(subject).page().toString());
      model.put("title", Oembed.title(subject));
      model.put("width", width);
      model.put("height", height);
      answer.frame(render("oembed.jte", model).strip(), width, height);
    }
    OembedRequest.Format format = request.format();
    return Rendered.once(format.contentType(), answer.in(format), Map.of(), subject.edition());
  }

  /**
   * Writes a sitemap of the widgets' pages.
   *
   * @param widgets with the moment when each last changed, in order
   */
  public Rendered sitemap(Network network, Map<WidgetFile, Instant> widgets, long edition) {
    String text = new Sitemap(hosting, network.languages().list()).of(widgets);
    return Rendered.of(Sitemap.TYPE, text, Map.of(), edition);
  }

  /** About how high a widget stands in so much width, both in CSS pixels. */
  public int height(Subject subject, int width) {
    Language language = subject.audience().language();
    int room = FrameHeight.room(width);
    return FrameHeight.around(
        subject.file().title().in(language),
        subject.file().text().in(language).text(),
        room,
        subject.content().height(subject.audience(), addresses(subject), room));
  }

  private String fragment(Subject subject, View view) {
    Addresses addresses = addresses(subject);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", addresses.key());
    model.put("css", css(subject));
    model.put("page", view.fallback().orElse(addresses.page()).toString());
    model.put("title", subject.file().title().in(subject.audience().language()));
    model.put("markup", markup(subject, view));
    return render("fragment.jte", model);
  }

  private String markup(Subject subject, View view) {
    StringOutput output = new StringOutput();
    frame(subject, view, false).writeTo(output);
    return output.toString();
  }

  private String page(Subject subject, View view) {
    Audience audience = subject.audience();
    RichText text = subject.file().text().in(audience.language());
    String title = subject.file().title().in(audience.language());
    Addresses addresses = addresses(subject);
    PageView page =
        new PageView(
            MESSAGES.in(audience.language()),
            audience.language().tag(),
            audience.language().dir(),
            audience.scheme().follows() ? "light dark" : audience.scheme().param(),
            title,
            shortened(text.isEmpty() ? title : text.text()),
            addresses.page().toString(),
            subject.network().name(),
            subject.network().url().toString(),
            subject.network().image().map(image -> card(image, audience.language())),
            audience.member().map(Member::name).orElse(""),
            translations(subject),
            alternates(subject),
            subject.content().structuredData(publication(subject)).replace("<", "\\u003c"),
            Assets.EARLY,
            base + "assets/page-" + assets.page().hash() + ".js");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("page", page);
    model.put("css", pageCss(subject));
    model.put("frame", frame(subject, view, true));
    return render("page.jte", model);
  }

  private static PageView.Image card(Network.Image image, Language language) {
    return new PageView.Image(
        image.url().toString(), image.width(), image.height(), image.alt().in(language));
  }

  private Content frame(Subject subject, View view, boolean page) {
    Language language = subject.audience().language();
    FrameView frame =
        new FrameView(
            language.tag(),
            language.dir(),
            subject.file().title().in(language),
            subject.file().text().in(language).html(),
            view.improvement() == Improvement.NONE ? "" : base + assets.path(view.improvement()),
            subject.audience().scheme() == Scheme.INHERIT,
            subject.content() instanceof Closing,
            page);
    Map<String, Object> model = new LinkedHashMap<>(view.model());
    model.put("page", page); // for templates with headings of their own
    Content body = output -> templates.render(view.template(), model, output);
    return output ->
        templates.render(FOLDER + "frame.jte", Map.of("frame", frame, "body", body), output);
  }

  private List<PageView.Alternate> alternates(Subject subject) {
    Addresses addresses = addresses(subject);
    Stream<PageView.Alternate> forms =
        Arrays.stream(Representation.values())
            .filter(form -> subject.content().forms().contains(form.extension()))
            .map(form -> new PageView.Alternate(form.mediaType(), addresses.in(form).toString()));
    Stream<PageView.Alternate> oembed =
        Arrays.stream(OembedRequest.Format.values())
            .filter(format -> subject.preview().isEmpty() && !hosting.still())
            .map(
                format ->
                    new PageView.Alternate(format.linkType(), addresses.oembed(format).toString()));
    return Stream.concat(forms, oembed).toList();
  }

  private List<PageView.Translation> translations(Subject subject) {
    Audience audience = subject.audience();
    return subject.network().languages().list().stream()
        .map(
            language -> {
              Audience other =
                  new Audience(
                      language, audience.scheme(), audience.member(), audience.parameters());
              Addresses there =
                  new Addresses(hosting, subject.file().id(), other, subject.preview());
              return new PageView.Translation(
                  language.tag(),
                  language.ownName(),
                  there.page().toString(),
                  language.equals(audience.language()));
            })
        .toList();
  }

  private String data(Subject subject, View view) {
    Language language = subject.audience().language();
    ObjectNode data = json.createObjectNode();
    data.put("id", subject.file().id().value());
    data.put("type", subject.type().name());
    data.put("lang", language.tag());
    data.put("dir", language.dir());
    data.put("title", subject.file().title().in(language));
    data.put("text", subject.file().text().in(language).html());
    data.put("url", addresses(subject).page().toString());
    data.put("updated", subject.updated().toString());
    data.setAll((ObjectNode) json.valueToTree(view.data()));
    // A string in JSON cannot end a script element that somebody pastes it into.
    return json.writeValueAsString(data).replace("<", "\\u003c") + "\n";
  }

  private String css(Subject subject) {
    Member.Look look = subject.audience().member().map(Member::look).orElse(Member.Look.PLAIN);
    return Stylesheet.of(
        assets,
        styles.computeIfAbsent(subject.type(), WidgetType::css) + subject.content().css(),
        look,
        subject.audience().scheme());
  }

  private String pageCss(Subject subject) {
    String scheme =
        subject.audience().scheme().follows()
            ? ""
            : ":root{color-scheme:" + subject.audience().scheme().param() + "}";
    return css(subject) + assets.formCss() + Assets.minified(assets.pageCss()) + scheme;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DESCRIPTION
        ? text
        : text.substring(
                0,
                text.offsetByCodePoints(
                    0, Math.min(LONGEST_DESCRIPTION, text.codePointCount(0, text.length())) - 1))
            + "…";
  }

  private Addresses addresses(Subject subject) {
    return new Addresses(hosting, subject.file().id(), subject.audience(), subject.preview());
  }

  private String render(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(FOLDER + template, model, output);
    return output.toString();
  }
}
