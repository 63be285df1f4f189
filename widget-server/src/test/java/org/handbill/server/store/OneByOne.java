package org.handbill.server.store;

import java.time.Clock;
import java.util.List;

/** The peer of the benchmark: the same rows, each in a transaction of its own. */
public final class OneByOne {

  private final Database database;

  public OneByOne(Database database) {
    this.database = database;
  }

  /** Returns once it is on the disk. */
  public void save(Signup signup) throws StoreUnavailableException {
    new Intake(database.opened(), Clock.systemUTC(), Routing.NOWHERE).write(List.of(signup));
  }
}
