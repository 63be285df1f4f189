package org.handbill.widget.type.resources.entry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the parameters of an address that only tell who clicked, and where. What a page may need to
 * be found, or a campaign to be credited ({@code source}, {@code ref}), is none of them.
 */
final class Tracking {

  /** What mailing programs, advertisers and social networks add by themselves. */
  private static final Set<String> NAMES =
      Set.of(
          "fbclid",
          "recruiter",
          "recruited_by_id",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "__hstc",
          "__hssc",
          "__hsfp",
          "hsctatracking",
          "vero_id",
          "vero_conv",
          "oly_anon_id",
          "oly_enc_id",
          "ml_subscriber",
          "ml_subscriber_hash",
          "_ga",
          "_gl",
          "_ke",
          "_kx",
          "ref_src",
          "ref_url",
          "srsltid",
          "rb_clickid",
          "wickedid",
          "s_cid",
          "sc_cid",
          "emci",
          "emdi",
          "ceid",
          "bbeml",
          "can_id",
          "email_referrer",
          "email_subject",
          "spuserid",
          "spmailingid",
          "spjobid",
          "spreportid",
          "ck_subscriber_id",
          "sfmc_id",
          "akid");

  /** What a site adds to the links that it offers to be shared; elsewhere it may mean something. */
  private static final Map<Pattern, Set<String>> OF_SITES =
      Map.of(
          Pattern.compile("(?:.+\\.)?(?:youtube\\.com|youtu\\.be)/.*"), Set.of("si", "feature"),
          Pattern.compile("open\\.spotify\\.com/.*"), Set.of("si"),
          Pattern.compile("(?:.+\\.)?(?:x|twitter)\\.com/[^/]+/status/.*"), Set.of("s", "t"));

  private static final Pattern FAMILIES =
      Pattern.compile(
          "(?:utm|mtm|hsa|bsft)_[a-z_]{2,30}|elq[a-z_]{0,30}|pk_(?:campaign|kwd|keyword|source|medium|content|cid)");

  private Tracking() {}

  /**
   * A query without them, the rest as it was; empty where nothing is left.
   *
   * @param page the host, in lower case, and the path
   */
  static String without(String query, String page) {
    if (query.isEmpty()) {
      return query;
    }
    Set<String> own =
        OF_SITES.entrySet().stream()
            .filter(site -> site.getKey().matcher(page).matches())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
    StringBuilder kept = new StringBuilder(query.length());
    boolean dropped = false;
    for (String parameter : query.split("&", -1)) {
      if (tracks(parameter, own)) {
        dropped = true;
      } else {
        kept.append(kept.isEmpty() ? "" : "&").append(parameter);
      }
    }
    return dropped ? kept.toString() : query;
  }

  private static boolean tracks(String parameter, Set<String> own) {
    int equals = parameter.indexOf('=');
    String raw = equals < 0 ? parameter : parameter.substring(0, equals);
    String name = raw;
    if (raw.indexOf('%') >= 0) {
      try {
        name = URLDecoder.decode(raw, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException malformed) {
        return false;
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || own.contains(lower) || FAMILIES.matcher(lower).matches();
  }
}
