package org.handbill.server;

import java.net.URI;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** An address that visitors reach, as an option gives it. */
final class PublicUrl {

  private PublicUrl() {}

  /**
   * Reads one.
   *
   * @throws CommandLine.ParameterException that says what to write instead
   */
  static URI checked(CommandSpec spec, String option, String value) {
    try {
      URI url = URI.create(value);
      if (url.getScheme() != null && url.getScheme().matches("https?") && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException malformed) {
      // told below
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        option
            + ": '"
            + value
            + "' is not an address that visitors can reach. Write one such as"
            + " https://widgets.example.org.");
  }

  /** As {@link #checked}, for an address that has no path. */
  static URI ofHost(CommandSpec spec, String option, String value) {
    URI url = checked(spec, option, value);
    if (url.getRawPath().replace("/", "").isEmpty() && url.getRawQuery() == null) {
      return url;
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        option
            + ": '"
            + value
            + "' has a path, and files need a host of their own. Write one such as"
            + " https://widgets.example.org.");
  }
}
