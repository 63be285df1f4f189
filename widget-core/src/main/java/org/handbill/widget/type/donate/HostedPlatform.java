package org.handbill.widget.type.donate;

import java.util.Optional;

/** A platform whose forms all stand at known addresses. */
interface HostedPlatform extends Platform {

  /** Where they stand. */
  Site site();

  @Override
  default String example() {
    return site().example();
  }

  @Override
  default Optional<String> refuses(String form) {
    return site().refuses(form);
  }
}
