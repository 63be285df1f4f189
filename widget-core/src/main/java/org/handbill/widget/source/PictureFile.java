package org.handbill.widget.source;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a small JPEG of a picture that came from outside: JPEG, PNG, GIF or WebP, as its first
 * bytes have it. What is hidden in the file, such as where a photograph was taken, does not come
 * along.
 */
final class PictureFile {

  private static final int WIDTH = 640; // twice what a card has, for screens with fine pixels
  private static final int LEAST_SIDE = 60; // less than that is an icon
  private static final long MOST_PIXELS = 40_000_000;
  private static final long MOST_WEBP_PIXELS = 12_000_000; // its decoder unpacks all of them
  private static final double MOST_UNPACKED = 4_000_000; // pixels
  private static final float QUALITY = 0.8f;

  private PictureFile() {}

  /** The JPEG; empty for what is no picture, or an icon, or larger than a picture for a page is. */
  static Optional<byte[]> shrunk(byte[] bytes) {
    Optional<ImageReader> reader = reader(bytes);
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.get().setInput(input, true, true);
      return read(reader.get(), webp(bytes) ? MOST_WEBP_PIXELS : MOST_PIXELS)
          .map(PictureFile::jpeg);
    } catch (IOException | RuntimeException malformed) {
      return Optional.empty(); // decoders meet broken files with exceptions of every kind
    } finally {
      reader.get().dispose();
    }
  }

  private static Optional<ImageReader> reader(byte[] bytes) {
    if (webp(bytes)) {
      return Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
    }
    String format =
        starts(bytes, 0, "\u00ff\u00d8\u00ff")
            ? "jpeg"
            : starts(bytes, 0, "\u0089PNG\r\n") ? "png" : starts(bytes, 0, "GIF8") ? "gif" : "";
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
  }

  private static boolean webp(byte[] bytes) {
    return starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP");
  }

  private static boolean starts(byte[] bytes, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The picture at its final size; the decoder leaves out what would be thrown away. */
  private static Optional<BufferedImage> read(ImageReader reader, long most) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.min(width, height) < LEAST_SIDE || (long) width * height > most) {
      return Optional.empty();
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int fine = width / (2 * WIDTH);
    int bearable = (int) Math.ceil(Math.sqrt((double) width * height / MOST_UNPACKED));
    int step = Math.max(1, Math.max(fine, bearable));
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    int newWidth = Math.min(WIDTH, read.getWidth());
    int newHeight = Math.max(1, Math.round((float) read.getHeight() * newWidth / read.getWidth()));
    BufferedImage small =
        new BufferedImage(newWidth, Math.min(newHeight, 2 * WIDTH), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = small.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, small.getWidth(), small.getHeight());
    canvas.drawImage(
        read.getScaledInstance(newWidth, newHeight, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    canvas.dispose();
    return Optional.of(small);
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
