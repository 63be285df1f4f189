package org.handbill.widget.render;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Content codings at their best, since each answer is compressed once and sent many times. */
final class Encodings {

  private static final Logger LOG = LoggerFactory.getLogger(Encodings.class);
  private static final int BEST_BROTLI = 11;
  private static final int LARGE = 512 * 1024;
  private static final int FASTER_BROTLI = 9; // 11 takes seconds for megabytes
  private static final boolean HAS_BROTLI = hasBrotli();

  private Encodings() {}

  private static boolean hasBrotli() {
    boolean has = Brotli4jLoader.isAvailable();
    if (!has) {
      LOG.info("There is no Brotli encoder for this machine; answers are sent with gzip instead");
    }
    return has;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2 + 32);
    try (GZIPOutputStream gzip = new BestGzip(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static Optional<byte[]> brotli(byte[] bytes) {
    if (!HAS_BROTLI) {
      return Optional.empty();
    }
    int quality = bytes.length < LARGE ? BEST_BROTLI : FASTER_BROTLI;
    try {
      return Optional.of(
          Encoder.compress(bytes, Encoder.Parameters.create(quality, WINDOW, Encoder.Mode.TEXT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final int WINDOW = 22;

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
