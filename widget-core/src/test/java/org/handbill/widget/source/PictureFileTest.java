package org.handbill.widget.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a picture's file. */
class PictureFileTest {

  /** 80 by 80 pixels of #a4262c. */
  private static final String WEBP =
      "UklGRlAAAABXRUJQVlA4IEQAAAAQBACdASpQAFAAPtFosFKoJiSioUgBABoJaQAACfGjRo0aNGjRo0Z+"
          + "AAD+6zb/3uWiSP/+HP1d/H0aVy+n6QgAAAAAAA==";

  private static byte[] file(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(new Color(0xa4262c));
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage shrunk(byte[] file) throws IOException {
    byte[] jpeg = PictureFile.shrunk(file).orElseThrow();
    assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static void assertColor(BufferedImage image) {
    Color color = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
    assertThat(color.getRed()).isBetween(0xa4 - 8, 0xa4 + 8);
    assertThat(color.getGreen()).isBetween(0x26 - 8, 0x26 + 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void a_large_picture_becomes_a_small_one_of_the_same_shape(String format) throws IOException {
    BufferedImage image = shrunk(file(format, 3000, 1500));
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isEqualTo(320);
    assertColor(image);
  }

  @Test
  void a_small_one_keeps_its_size() throws IOException {
    BufferedImage image = shrunk(file("png", 200, 120));
    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(120);
  }

  @Test
  void webp_is_read_too() throws IOException {
    assertColor(shrunk(Base64.getDecoder().decode(WEBP)));
  }

  @Test
  void what_could_be_seen_through_becomes_white() throws IOException {
    BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(clear, "png", bytes);
    assertThat(new Color(shrunk(bytes.toByteArray()).getRGB(50, 50)).getGreen()).isGreaterThan(250);
  }

  @Test
  void what_is_hidden_in_a_file_does_not_come_along() throws IOException {
    byte[] jpeg = file("jpeg", 100, 100);
    byte[] note = "Exif 40.7128,-74.0060".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer noted = ByteBuffer.allocate(jpeg.length + note.length + 4);
    noted.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (note.length + 2)).put(note);
    noted.put(jpeg, 2, jpeg.length - 2);
    byte[] written = PictureFile.shrunk(noted.array()).orElseThrow();
    assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain("40.7128");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!doctype html><title>Not found</title>",
        "GIF89a",
        "RIFF....WEBPVP8 ",
        "\u00ff\u00d8\u00ff\u00e0 and then nothing",
      })
  void what_is_no_picture_is_left_out(String file) {
    assertThat(PictureFile.shrunk(file.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void an_icon_is_left_out() throws IOException {
    assertThat(PictureFile.shrunk(file("png", 32, 32))).isEmpty();
    assertThat(PictureFile.shrunk(file("png", 600, 4))).isEmpty();
  }

  /** A file of a few bytes that says it holds billions of pixels. */
  @Test
  void a_bomb_is_not_unpacked() throws IOException {
    byte[] png = file("png", 100, 100);
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    header.putInt(29, (int) sum.getValue());
    assertThat(PictureFile.shrunk(png)).isEmpty();
  }

  @Test
  void a_file_that_ends_too_soon_breaks_nothing() throws IOException {
    for (String format : new String[] {"jpeg", "png", "gif"}) {
      byte[] whole = file(format, 300, 300);
      for (int end = 4; end < whole.length; end += Math.max(1, whole.length / 50)) {
        PictureFile.shrunk(java.util.Arrays.copyOf(whole, end));
      }
    }
  }
}
