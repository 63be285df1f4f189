package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.handbill.widget.assets.Assets;
import org.handbill.widget.cache.SnippetCache;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Picture;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.render.OembedRequest;
import org.handbill.widget.render.Pages;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Renderer;
import org.handbill.widget.render.Representation;
import org.handbill.widget.source.LinkChecks;
import org.handbill.widget.source.Pictures;
import org.handbill.widget.source.Schemas;
import org.handbill.widget.source.SourceStatus;
import org.handbill.widget.source.Sources;
import org.handbill.widget.type.BuiltInTypes;
import org.jspecify.annotations.Nullable;

/**
 * A network's widgets, ready to be shown: the door to widget-core. Thread-safe.
 *
 * <pre>{@code
 * try (Widgets widgets = Widgets.of(folder).publicUrl(url).open()) {
 *   if (widgets.resolve("give", Representation.HTML, Map.of("lang", "es")) instanceof Found found) {
 *     String html = widgets.snippet(found.key()).text();
 *   }
 * }
 * }</pre>
 */
public final class Widgets implements AutoCloseable {

  private final Editions editions;
  private final Rendering rendering;
  private final SnippetCache<SnippetKey> cache;
  private final Pictures pictures;
  private final Assets assets;
  private final Schemas schemas;

  Widgets(WidgetsBuilder builder) throws InvalidNetworkException {
    List<WidgetType> types = List.copyOf(builder.types);
    this.assets = new Assets();
    this.schemas = new Schemas(types);
    this.pictures = new Pictures(builder.publicUrl, builder.clock, builder.memory);
    this.editions =
        new Editions(
            builder.folder,
            types,
            schemas,
            new Sources(builder.publicUrl, builder.clock, builder.memory),
            builder.pace.map(
                pace -> new LinkChecks(builder.publicUrl, pace, builder.clock, builder.memory)),
            pictures,
            builder.clock);
    this.rendering = new Rendering(editions, new Renderer(assets, builder.hosting()));
    this.cache =
        new SnippetCache<>(
            rendering::snippet,
            () -> editions.current().edition(),
            builder.cacheBytes,
            editions.background());
    editions.open(cache::refresh, builder.watch);
  }

  /** Begins with a network folder; nothing is read yet. */
  public static WidgetsBuilder of(Path folder) {
    return new WidgetsBuilder(folder);
  }

  /** Reads a folder and all its sources and tells everything that is wrong. */
  public static List<Problem> check(Path folder, URI about) {
    return Editions.check(folder, BuiltInTypes.all(), about);
  }

  /**
   * Reads one page or file by itself and shows what a list of resources would take from it.
   *
   * @param about where the owner of a page can read who is asking
   * @throws IllegalArgumentException when the request names neither an address nor a path
   */
  public static Preview preview(Preview.Request request, URI about) {
    return Preview.of(request, about);
  }

  /**
   * What a request means. Unknown parameters, and a {@code lang} or {@code member} that nobody
   * knows, count as absent.
   *
   * @param id as it was typed
   * @param as the form of the answer
   * @param query by parameter name
   */
  public Resolution resolve(String id, Representation as, Map<String, String> query) {
    return rendering.resolve(id, as, query);
  }

  /** The snippet if it is ready; never renders, never waits. */
  public @Nullable Rendered ready(SnippetKey key) {
    return cache.ready(key);
  }

  /** The snippet, rendered if need be; null when its widget has gone meanwhile. */
  public @Nullable Rendered snippet(SnippetKey key) {
    return cache.get(key);
  }

  /**
   * The page with what a request looks for, made for this request alone; null when the widget has
   * gone meanwhile.
   */
  public @Nullable Rendered searched(Resolution.Found found) {
    return rendering.searched(found);
  }

  /** The widget's page with a form that has to be mended; empty where the widget has no form. */
  public Optional<Rendered> reshown(SnippetKey key, FormContent.Attempt attempt) {
    return rendering.reshown(key, attempt);
  }

  /**
   * The page with one button that a submission without proof of work gets; empty where the widget
   * has no form.
   *
   * @param held what was sent, by name, to be sent again with the button
   */
  public Optional<Rendered> oneMoreStep(SnippetKey key, Map<String, String> held) {
    return rendering.oneMoreStep(key, held);
  }

  /** The page after a submission; empty where the widget has no form. */
  public Optional<Rendered> received(SnippetKey key) {
    return rendering.received(key);
  }

  /**
   * How a consumer of oEmbed is to show the widget's page; empty when the widget has gone, and for
   * a draft.
   *
   * @param key of the page
   */
  public Optional<Rendered> oembed(SnippetKey key, OembedRequest request) {
    return rendering.oembed(key, request);
  }

  /** The pages of all widgets that are no drafts, as sitemaps.org has it. */
  public Rendered sitemap() {
    return rendering.sitemap();
  }

  /** The addresses of a widget for the audience of a key; empty when it has gone. */
  public Optional<Pages> pages(SnippetKey key) {
    return rendering.pages(key);
  }

  /**
   * What stands at every address of the network, for whoever writes it all to files: each widget
   * that is no draft, in each form, for each language, scheme, member and value of its own
   * parameters.
   */
  public List<SnippetKey> everything() {
    return editions.current().everything();
  }

  /** Fetches the pictures of lists now, and takes them over; takes as long as that takes. */
  public void fetchPictures() {
    editions.fetchPictures();
  }

  /** The names of all pictures that are ready. */
  public Set<String> pictures() {
    return Set.copyOf(pictures.names().values());
  }

  /** What a webmaster has to know to show a widget to that audience; empty when it has gone. */
  public Optional<Offer> offer(SnippetKey key) {
    return rendering.offer(key);
  }

  /**
   * About how high a widget stands; empty when it has gone.
   *
   * @param width the room for it, in CSS pixels
   * @return CSS pixels
   */
  public OptionalInt height(SnippetKey key, int width) {
    return rendering.height(key, width);
  }

  /** A picture of a widget by its name in the widget server's addresses, where it is ready. */
  public Optional<Rendered> picture(String name) {
    return pictures
        .named(name)
        .map(picture -> Rendered.compact(Picture.TYPE, picture.bytes(), picture.name()));
  }

  /** The form that visitors of a widget submit. */
  public Optional<Form> form(WidgetId id) {
    return editions.current().form(id);
  }

  /** The network as it is served now. */
  public Network network() {
    return editions.current().network();
  }

  /** The widgets that are neither drafts nor closed, in the folder's order. */
  public List<WidgetFile> list() {
    return editions.current().published();
  }

  /** The addresses at which drafts can be seen, for as long as this process runs. */
  public List<URI> previews() {
    return rendering.previews();
  }

  /** True for a widget that is kept out of sight. */
  public boolean isDraft(WidgetId id) {
    return editions.current().isDraft(id);
  }

  /** True for a widget that is no longer offered. */
  public boolean isClosed(WidgetId id) {
    return editions.current().isClosed(id);
  }

  /** How the network is. */
  public Status status() {
    return editions.status();
  }

  /** The sources of lists and how they are, by address; a file's is its path in the folder. */
  public List<SourceStatus> sources() {
    return editions.sources();
  }

  /**
   * The widgets that read a source, drafts too.
   *
   * @param source as its status names it
   */
  public List<WidgetFile> readers(URI source) {
    return editions.readers(source);
  }

  /** Where each widget sends its visitors, and how those links are. */
  public List<FollowedLink> links() {
    return editions.links();
  }

  /** What browsers load. */
  public Assets assets() {
    return assets;
  }

  /** The published JSON Schemas by file name. */
  public Map<String, String> schemas() {
    return schemas.texts();
  }

  /** Calls back after each change that was taken over, on a background thread. */
  public void onChange(Runnable callback) {
    editions.onChange(callback);
  }

  @Override
  public void close() {
    editions.close();
  }

  /**
   * Reads a folder and follows all links of its widgets once; takes as long as that takes.
   *
   * @param about where a server's operator can read who is asking
   * @throws InvalidNetworkException when the folder cannot be served as it is
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public static List<FollowedLink> followLinks(Path folder, URI about)
      throws InvalidNetworkException, InterruptedException {
    return Editions.followLinks(folder, BuiltInTypes.all(), about);
  }
}
