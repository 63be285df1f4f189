package org.handbill.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.handbill.server.store.Database;
import org.handbill.server.store.ExportFormat;
import org.handbill.server.store.Report;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;

/** What the command {@code export} writes. */
public final class Exported {

  private Exported() {}

  /** The sign-ups of a data folder. */
  public static String signups(Path data, ExportFormat format) {
    return of(data, Report.signups, format);
  }

  /** A report of a data folder. */
  public static String of(Path data, Report report, ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Database database = Database.in(data, Clock.systemUTC());
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      format.write(store, report, out);
    } catch (IOException | StoreUnavailableException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
