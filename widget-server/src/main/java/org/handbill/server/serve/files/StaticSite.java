package org.handbill.server.serve.files;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.server.serve.Published;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;

/**
 * Writes a network's widgets as files, each in every content coding, and the configuration of the
 * web servers that send them. What was there before is replaced at once, when all is written.
 *
 * @param widgets opened for files
 * @param publicUrl where the files will stand
 */
public record StaticSite(Widgets widgets, URI publicUrl) {

  private static final String SITE = "site";

  /**
   * Writes everything into a folder.
   *
   * @return how many files there are, not counting those in another coding
   */
  public int writeTo(Path out) throws IOException {
    Path next = out.resolve(SITE + ".next");
    delete(next);
    int count = 0;
    for (Map.Entry<String, Rendered> file : fixed().entrySet()) {
      write(next.resolve(file.getKey()), file.getValue());
      count++;
    }
    List<SnippetKey> keys = widgets.everything();
    for (SnippetKey key : keys) {
      Rendered rendered = widgets.snippet(key);
      if (rendered != null) {
        write(next.resolve(Variant.path(key)), rendered);
        count++;
      }
    }
    Path site = out.resolve(SITE);
    Choices choices = Choices.of(widgets.network(), keys);
    Files.writeString(out.resolve("nginx.conf"), new NginxConf(choices, publicUrl).text(site));
    Files.writeString(out.resolve("Caddyfile"), new Caddyfile(choices, publicUrl).text(site));
    swap(next, site, out.resolve(SITE + ".old"));
    return count;
  }

  private Map<String, Rendered> fixed() {
    Map<String, Rendered> files = new java.util.TreeMap<>();
    Published.files(widgets, publicUrl, Map.of())
        .forEach((path, resource) -> files.put(path.substring(1), resource.rendered()));
    files.put("sitemap.xml", widgets.sitemap());
    for (String name : widgets.pictures()) {
      widgets.picture(name).ifPresent(picture -> files.put("pictures/" + name, picture));
    }
    return files;
  }

  private static void write(Path file, Rendered rendered) throws IOException {
    Files.createDirectories(file.getParent());
    write(file, Optional.of(rendered.identity()), "");
    write(file, rendered.gzip(), ".gz");
    write(file, rendered.brotli(), ".br");
  }

  private static void write(Path file, Optional<Rendered.Body> body, String ending)
      throws IOException {
    if (body.isEmpty()) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ending),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = body.get().bytes().duplicate();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static void swap(Path next, Path site, Path old) throws IOException {
    delete(old);
    if (Files.exists(site)) {
      Files.move(site, old);
    }
    Files.move(next, site);
    delete(old);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
