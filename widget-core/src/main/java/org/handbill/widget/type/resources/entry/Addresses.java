package org.handbill.widget.type.resources.entry;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an address out of what stands in an {@code href}: absolute, ASCII, http, https, mailto or
 * tel, and without credentials. What editors commonly get wrong is repaired; what remains doubtful
 * is dropped.
 *
 * @param base what relative addresses are relative to
 */
public record Addresses(URI base) {

  private static final int LONGEST = 8000;

  private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):");
  private static final Pattern WEB_SCHEME = Pattern.compile("(?i)^(https?+)[:;]?+/*+(?=[^:;])");

  /** “http//www.example.org”, and any sign where the colon should be. */
  private static final Pattern WITHOUT_COLON =
      Pattern.compile("(?i)^(https?)[^\\p{L}\\p{N}:.?#]{1,3}(?=www\\.[a-z0-9-]+\\.)");

  private static final Pattern SCHEME_TWICE = Pattern.compile("(?i)^https?:/+(?=https?:/)");
  private static final Pattern BARE_HOST =
      Pattern.compile(
          "(?i)^(?![^/?#]*\\.(?:html?|php|aspx?|pdf|md)\\.)(www\\.[^\\s/?#.]+\\.[^\\s/?#]+"
              + "|[a-z0-9][a-z0-9.-]*\\.(?:com|org|net|gov|edu|mil|info|ngo|ong|coop|health|community"
              + "|foundation|help|support|law|care|lgbt|us|ca|mx|uk|eu|au|nz|io|app"
              + "|(?:com|org|net|gob|gov|gouv|edu|co|ac)\\.[a-z]{2}))"
              + "(?::\\d+)?(?:[/?#].*)?$");
  private static final Pattern PARTS =
      Pattern.compile("^(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?$");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("^(\\[[0-9a-fA-F:.]+]|[^:\\[\\]@]+)(?::(\\d{0,5}))?$");

  /** A name without a domain, which leads nowhere; this machine's is there to try things on. */
  private static final Pattern NO_DOMAIN =
      Pattern.compile("(?i)https?://(?!localhost/?$)[^./?#:\\[]*/?");

  private static final Pattern WRAPPED =
      Pattern.compile(
          "^https?://(?:www\\.google\\.[a-z.]+/url|l\\.facebook\\.com/l\\.php"
              + "|[a-z0-9]+\\.safelinks\\.protection\\.outlook\\.com/)\\?"
              + "(?:[^#]*&)?(?:q|u|url)=(https?(?::|%3A)[^&#]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BARE_MAILBOX =
      Pattern.compile("[^\\s@/?#:<>\"]+@[^\\s@/?#:<>\"]+\\.\\p{L}[^\\s@/?#:<>\"]+(?:\\?.*)?");

  private static final String KEPT = "-._~!$&'()*+,;=:@/?";

  /** The address, or empty for one that leads nowhere, within the page, or where no link should. */
  public Optional<URI> resolve(String href) {
    if (href.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    String raw = href.replaceAll("[\\t\\n\\r]", "").strip();
    if (raw.isEmpty() || raw.startsWith("#") || raw.length() > LONGEST) {
      return Optional.empty();
    }
    if (raw.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(raw);
    String name = scheme.find() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    if (name.equals("mailto")) {
      return mail(raw.substring(7).strip());
    }
    if (name.equals("tel")) {
      return Telephone.address(raw.substring(4)).flatMap(Addresses::uri);
    }
    return (name.isEmpty() ? person(raw) : Optional.<URI>empty())
        .or(() -> web(raw, name).map(Addresses::unwrapped));
  }

  /** A mailbox or a telephone number without the scheme that it should have. */
  private static Optional<URI> person(String reference) {
    return BARE_MAILBOX.matcher(reference).matches()
        ? mail(reference)
        : Telephone.bare(reference).flatMap(Addresses::uri);
  }

  private Optional<URI> web(String raw, String scheme) {
    Optional<URI> defended =
        UrlDefense.unwrapped(raw)
            .filter(url -> url.matches("(?i)https?:.*"))
            .flatMap(url -> web(url, url.substring(0, url.indexOf(':'))));
    if (defended.isPresent()) {
      return defended;
    }
    String slashed = WITHOUT_COLON.matcher(raw.replace('\\', '/')).replaceFirst("$1://");
    if (BARE_HOST.matcher(slashed).matches()) {
      return absolute("https://" + slashed);
    }
    if (scheme.equals("http")
        || scheme.equals("https")
        || slashed.matches("(?i)https?(?:[;/]/|:).*")) {
      String once = SCHEME_TWICE.matcher(slashed).replaceFirst("");
      Matcher start = WEB_SCHEME.matcher(once);
      return start.find()
          ? absolute(start.group(1).toLowerCase(Locale.ROOT) + "://" + once.substring(start.end()))
              .filter(url -> !NO_DOMAIN.matcher(url.toString()).matches())
          : Optional.empty();
    }
    if (!scheme.isEmpty()) {
      return Optional.empty();
    }
    return relative(slashed);
  }

  private Optional<URI> relative(String reference) {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (reference.startsWith("//")) {
      return absolute((web ? scheme : "https") + ":" + reference);
    }
    if (!web || base.getRawAuthority() == null) {
      return Optional.empty();
    }
    String origin = scheme + "://" + base.getRawAuthority();
    String path =
        base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
    if (reference.startsWith("/")) {
      return absolute(origin + reference);
    }
    if (reference.startsWith("?")) {
      return absolute(origin + path + reference);
    }
    return absolute(origin + path.substring(0, path.lastIndexOf('/') + 1) + reference);
  }

  private static Optional<URI> absolute(String address) {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> authority = authority(parts.group(1), parts.group(2));
    if (authority.isEmpty()) {
      return Optional.empty();
    }
    String asked = parts.group(4) == null ? "" : parts.group(4).substring(1);
    String kept = Tracking.without(asked, authority.get() + parts.group(3));
    String query =
        parts.group(4) == null || (kept.isEmpty() && !asked.isEmpty()) ? "" : "?" + encoded(kept);
    String fragment = parts.group(5) == null ? "" : "#" + encoded(parts.group(5).substring(1));
    String path = withoutDots(encoded(parts.group(3)).replace("?", "%3F"));
    return uri(parts.group(1) + "://" + authority.get() + path + query + fragment);
  }

  /**
   * An authority without the port that its scheme has anyway. One with credentials in it is
   * dropped: it shows one name and leads to another.
   */
  private static Optional<String> authority(String scheme, String raw) {
    Matcher matcher = HOST_AND_PORT.matcher(raw.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1);
    String number = matcher.group(2) == null ? "" : matcher.group(2);
    boolean usual = number.isEmpty() || number.equals(scheme.equals("http") ? "80" : "443");
    String port = usual ? "" : ":" + number;
    if (host.startsWith("[")) {
      return Optional.of(host + port);
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?")
          ? Optional.of(ascii + port)
          : Optional.empty();
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException unusable) {
      return Optional.empty();
    }
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    String normal = uri(path).map(found -> found.normalize().getRawPath()).orElse(path);
    return normal.replaceFirst("^(/\\.\\.)+(?=/|$)", "");
  }

  private static String encoded(String part) {
    StringBuilder text = new StringBuilder(part.length() + 16);
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      boolean escape =
          c == '%'
              && i + 2 < part.length()
              && Character.digit(part.charAt(i + 1), 16) >= 0
              && Character.digit(part.charAt(i + 2), 16) >= 0;
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || KEPT.indexOf(c) >= 0;
      if (escape || plain) {
        text.appendCodePoint(c);
      } else {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          text.append(String.format("%%%02X", octet & 0xFF));
        }
      }
      i += Character.charCount(c);
    }
    return text.toString();
  }

  private static Optional<URI> mail(String address) {
    String decoded = address.startsWith("//") ? address.substring(2) : address;
    return decoded.matches("[^\\s@?<>\"]+@[^\\s@?<>\"]+\\.[^\\s@?<>\"]+(\\?.*)?")
        ? uri("mailto:" + encoded(decoded))
        : Optional.empty();
  }

  /** The address that a mail program's or an office suite's redirect stands for. */
  private static URI unwrapped(URI url) {
    Matcher wrapped = WRAPPED.matcher(url.toString());
    if (!wrapped.find()) {
      return url;
    }
    try {
      String target = URLDecoder.decode(wrapped.group(1), StandardCharsets.UTF_8);
      return absolute(target).orElse(url);
    } catch (IllegalArgumentException malformed) {
      return url;
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException unusable) {
      return Optional.empty();
    }
  }
}
