package org.handbill.widget.type.resources;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Item;

/**
 * The player of a video's host that sets no cookie before it plays. A visitor's browser asks for it
 * only after a press; the still is fetched by the widget server.
 *
 * @param frame what a frame shows
 * @param still where the host has a picture of the video, if that can be told from its address
 */
record Player(URI frame, Optional<URI> still) {

  /** Where frames may come from. */
  static final List<URI> HOSTS =
      List.of(
          URI.create("https://www.youtube-nocookie.com"), URI.create("https://player.vimeo.com"));

  private static final Pattern YOUTUBE =
      Pattern.compile(
          "https?://(?:(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com"
              + "/(?:watch\\?(?:[^#]*&)?v=|embed/|shorts/|live/)|youtu\\.be/)([\\w-]{11})(?![\\w-]).*");

  private static final Pattern VIMEO =
      Pattern.compile(
          "https?://(?:www\\.|player\\.)?vimeo\\.com/(?:video/)?(\\d{6,12})(?:/([0-9a-f]{8,12}))?(?:[?#].*)?");

  /** The player of an entry; empty where its host has none that is known. */
  static Optional<Player> of(Item item) {
    String url = item.url().toString();
    Matcher youtube = YOUTUBE.matcher(url);
    if (youtube.matches()) {
      String id = youtube.group(1);
      return Optional.of(
          new Player(
              URI.create("https://www.youtube-nocookie.com/embed/" + id + "?autoplay=1&rel=0"),
              Optional.of(URI.create("https://i.ytimg.com/vi/" + id + "/hqdefault.jpg"))));
    }
    Matcher vimeo = VIMEO.matcher(url.toLowerCase(Locale.ROOT));
    if (vimeo.matches()) {
      String unlisted = vimeo.group(2) == null ? "" : "&h=" + vimeo.group(2);
      return Optional.of(
          new Player(
              URI.create(
                  "https://player.vimeo.com/video/"
                      + vimeo.group(1)
                      + "?autoplay=1&dnt=1"
                      + unlisted),
              Optional.empty()));
    }
    return Optional.empty();
  }
}
