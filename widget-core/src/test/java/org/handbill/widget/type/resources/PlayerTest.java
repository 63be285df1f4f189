package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which videos play in their place. */
class PlayerTest {

  private static Optional<Player> player(String url) {
    return Player.of(
        new Item(
            "A video",
            URI.create(url),
            List.of(),
            RichText.EMPTY,
            Optional.empty(),
            Kind.VIDEO,
            Item.Facts.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=abcdefghijk",
    "https://youtube.com/watch?list=PL1&v=abcdefghijk&t=0s",
    "https://m.youtube.com/watch?v=abcdefghijk#part",
    "http://youtu.be/abcdefghijk?t=start",
    "https://www.youtube.com/shorts/abcdefghijk",
    "https://www.youtube.com/live/abcdefghijk",
    "https://www.youtube-nocookie.com/embed/abcdefghijk",
  })
  void a_video_on_youtube_plays_without_cookies(String url) {
    assertThat(player(url))
        .contains(
            new Player(
                URI.create("https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0"),
                Optional.of(URI.create("https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg"))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://vimeo.com/123456789, https://player.vimeo.com/video/123456789?autoplay=1&dnt=1",
    "https://player.vimeo.com/video/123456789?color=fff, https://player.vimeo.com/video/123456789?autoplay=1&dnt=1",
    "https://vimeo.com/123456789/0a1b2c3d4e, https://player.vimeo.com/video/123456789?autoplay=1&dnt=1&h=0a1b2c3d4e",
  })
  void a_video_on_vimeo_plays_without_tracking(String url, String frame) {
    assertThat(player(url)).contains(new Player(URI.create(frame), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://youtu.be/abcdefghijk?t=90, &start=90",
    "https://www.youtube.com/watch?v=abcdefghijk&t=1m30s, &start=90",
    "https://www.youtube.com/watch?t=1h2m3s&v=abcdefghijk, &start=3723",
    "https://www.youtube.com/embed/abcdefghijk?start=7&end=9, &start=7",
    "https://vimeo.com/123456789#t=90s, #t=90s",
  })
  void a_video_begins_where_its_address_says(String url, String end) {
    assertThat(player(url).orElseThrow().frame().toString()).endsWith(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=abcdefghijklm",
        "https://youtube.com.evil.example/watch?v=abcdefghijk",
        "https://evil.example/?u=https://youtu.be/abcdefghijk",
        "https://vimeo.com/channels/staffpicks",
        "https://videos.example/a.mp4",
      })
  void any_other_stays_a_link(String url) {
    assertThat(player(url)).isEmpty();
  }
}
