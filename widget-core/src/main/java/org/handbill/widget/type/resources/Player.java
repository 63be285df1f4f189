package org.handbill.widget.type.resources;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Item;
import org.jspecify.annotations.Nullable;

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

  /** Where a video is to begin: {@code t=90}, {@code t=1m30s}, {@code start=90}. */
  private static final Pattern START =
      Pattern.compile(
          "[?&#](?:t|start|time_continue)=(?:(\\d{1,2})h)?(?:(\\d{1,3})m)?(?:(\\d{1,5})s?)?(?:[&#]|$)");

  /** The player of an entry; empty where its host has none that is known. */
  static Optional<Player> of(Item item) {
    String url = item.url().toString();
    Matcher youtube = YOUTUBE.matcher(url);
    if (youtube.matches()) {
      String id = youtube.group(1);
      return Optional.of(
          new Player(
              URI.create(
                  "https://www.youtube-nocookie.com/embed/"
                      + id
                      + "?autoplay=1&rel=0"
                      + start(url).map(seconds -> "&start=" + seconds).orElse("")),
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
                      + unlisted
                      + start(url).map(seconds -> "#t=" + seconds + "s").orElse("")),
              Optional.empty()));
    }
    return Optional.empty();
  }

  /** The seconds that an address skips; empty where a video begins at its start. */
  private static Optional<Integer> start(String url) {
    Matcher start = START.matcher(url);
    if (!start.find()) {
      return Optional.empty();
    }
    int seconds =
        number(start.group(1)) * 3600 + number(start.group(2)) * 60 + number(start.group(3));
    return seconds > 0 ? Optional.of(seconds) : Optional.empty();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
