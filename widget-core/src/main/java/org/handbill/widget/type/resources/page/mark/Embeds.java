package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes a link to a video where a page embeds its player; a film in the background is none. */
final class Embeds {

  private static final String FRAMES = "iframe, lite-youtube, lite-vimeo, embed, object";

  private static final String SHOWN = "a, iframe, img[alt]:not([alt=''])";

  private static final int LONGEST_DATA = 4000;

  private static final Pattern IN_DATA =
      Pattern.compile(
          "(?i)(?:https?:)?//(?:www\\.)?(?:youtube(?:-nocookie)?\\.com/(?:embed/|watch\\?v=)"
              + "|youtu\\.be/|(?:player\\.)?vimeo\\.com/(?:video/)?)([\\w-]{6,})");

  private static final Pattern YOUTUBE =
      Pattern.compile(
          "(?i)^(?:https?:)?//(?:www\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v)/"
              + "(?:videoseries\\?(?:\\S*&)?(list=[\\w-]+)|([\\w-]{6,})).*");

  private static final Pattern VIMEO =
      Pattern.compile(
          "(?i)^(?:https?:)?//player\\.vimeo\\.com/video/(\\d+)(?:\\S*?[?&]h=(\\w+))?.*");

  private static final Pattern BACKGROUND =
      Pattern.compile("(?i)[?&]background=1|[?&]muted?=1.*[?&]loop=1|[?&]loop=1.*[?&]muted?=1");

  /** What hosts and editors call every video. */
  private static final Pattern ANY =
      Pattern.compile(
          "(?iu)(?:(?:embedded|embed|the|youtube|vimeo|video|vídeo|player|reproductor|de|iframe"
              + "|content|from|untitled)[\\s:.|-]*)*");

  private static final int MOST_NAMELESS = 100;

  private final List<Element> nameless = new ArrayList<>();

  private Embeds() {}

  /** Puts links in their place. */
  static void link(Document page) {
    Embeds embeds = new Embeds();
    embeds.find(page);
    if (embeds.nameless.size() <= MOST_NAMELESS) {
      EmbedNames.write(embeds.nameless);
    }
  }

  private void find(Document page) {
    for (Element frame : page.select(FRAMES)) {
      watch(frame).ifPresent(address -> replace(frame, address));
    }
    for (Element part : page.select("[^data-]")) {
      waiting(part)
          .filter(address -> !part.hasText() && part.selectFirst(SHOWN) == null)
          .ifPresent(address -> replace(part, address));
    }
  }

  /** What a script is to fill with a player names it among its data. */
  private static Optional<String> waiting(Element part) {
    for (Attribute attribute : part.attributes()) {
      String value = attribute.getValue();
      if (value.length() > LONGEST_DATA
          || !attribute.getKey().startsWith("data-")
          || value.contains("background_video")) {
        continue;
      }
      Matcher found = IN_DATA.matcher(value.replace("\\", ""));
      if (found.find() && !BACKGROUND.matcher(value).find()) {
        boolean vimeo = found.group().toLowerCase(Locale.ROOT).contains("vimeo");
        return Optional.of(vimeo ? vimeo(found.group(1), null) : youtube("v=" + found.group(1)));
      }
    }
    return Optional.empty();
  }

  private void replace(Element frame, String address) {
    String name = name(frame);
    Element line = new Element("div");
    Element link = line.appendElement("a").attr("href", address);
    link.text(name.isEmpty() ? host(address) : name);
    if (name.isEmpty()) {
      nameless.add(link);
    }
    frame.replaceWith(line);
  }

  /** Where a visitor watches what is embedded; pages that load it late name it elsewhere. */
  private static Optional<String> watch(Element frame) {
    String id = frame.attr("videoid").strip();
    if (id.matches("[\\w-]{6,}")) {
      return Optional.of(
          frame.normalName().endsWith("youtube") ? youtube("v=" + id) : vimeo(id, null));
    }
    for (Attribute attribute : frame.attributes()) {
      String value = attribute.getValue().strip();
      if (BACKGROUND.matcher(value).find()) {
        return Optional.empty();
      }
      Matcher youtube = YOUTUBE.matcher(value);
      if (youtube.matches()) {
        String list = youtube.group(1);
        return Optional.of(
            list == null
                ? youtube("v=" + youtube.group(2))
                : "https://www.youtube.com/playlist?" + list);
      }
      Matcher vimeo = VIMEO.matcher(value);
      if (vimeo.matches()) {
        return Optional.of(vimeo(vimeo.group(1), vimeo.group(2)));
      }
    }
    return Optional.empty();
  }

  private static String youtube(String query) {
    return "https://www.youtube.com/watch?" + query;
  }

  private static String vimeo(String id, @Nullable String unlisted) {
    return "https://vimeo.com/" + id + (unlisted == null ? "" : "/" + unlisted);
  }

  /** The title that the frame or its caption states; else the words around it name the video. */
  private static String name(Element frame) {
    Element figure = frame.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    for (String words :
        new String[] {
          frame.attr("title"), frame.attr("playlabel"), caption == null ? "" : caption.text()
        }) {
      String line = PlainText.line(words);
      if (!ANY.matcher(line).matches()) {
        return line;
      }
    }
    return "";
  }

  /** A word that names nothing but the host. */
  private static String host(String address) {
    return address.toLowerCase(Locale.ROOT).contains("vimeo") ? "Vimeo" : "YouTube";
  }
}
