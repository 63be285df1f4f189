package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a platform's forms are.
 *
 * @param example the address of a form, for an editor who wrote another
 * @param hosts its hosts, in small letters
 * @param paths the paths of its forms
 */
record Site(String example, Pattern hosts, Pattern paths) {

  static Site of(String example, String hosts, String paths) {
    return new Site(example, Pattern.compile(hosts), Pattern.compile(paths));
  }

  /** What is wrong with an address as a message key, or nothing for one of a form here. */
  Optional<String> refuses(String form) {
    if (!Query.isWebAddress(form)) {
      return Optional.of("form.malformed");
    }
    URI uri = URI.create(form);
    boolean here =
        "https".equalsIgnoreCase(uri.getScheme())
            && uri.getPort() == -1
            && hosts.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()
            && paths.matcher(uri.getRawPath()).matches();
    return here ? Optional.empty() : Optional.of("form.elsewhere");
  }
}
