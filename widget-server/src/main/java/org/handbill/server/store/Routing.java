package org.handbill.server.store;

import java.util.List;

/** Says which channels are told of a sign-up. */
@FunctionalInterface
public interface Routing {

  /** No channel at all. */
  Routing NOWHERE = signup -> List.of();

  /** The ids of the channels, in the files' order. */
  List<String> channels(Signup signup);
}
