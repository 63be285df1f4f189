package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a link leads to, as far as can be told without following it. */
public enum Kind {
  PAGE,
  PDF,
  DOCUMENT,
  VIDEO,
  AUDIO,
  FORM,
  PHONE,
  MAIL;

  private static final Map<Kind, Set<String>> EXTENSIONS =
      Map.of(
          PDF, Set.of("pdf"),
          DOCUMENT,
              Set.of(
                  "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
                  "epub", "pages"),
          VIDEO, Set.of("mp4", "m4v", "webm", "mov", "avi", "ogv"),
          AUDIO, Set.of("mp3", "m4a", "ogg", "oga", "wav", "flac", "aac"));

  /** Hosts that make forms, with the start of a form's path. */
  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          Map.entry("forms.gle", Pattern.compile("/.")),
          Map.entry("docs.google.com", Pattern.compile("/(?:a/[^/]+/)?forms/")),
          Map.entry("forms.office.com", Pattern.compile("/.")),
          Map.entry("forms.cloud.microsoft", Pattern.compile("/.")),
          Map.entry("airtable.com", Pattern.compile("/(?:embed/)?(?:shr|app[^/]+/(?:pag|shr))")),
          Map.entry("typeform.com", Pattern.compile("/to/")),
          Map.entry("jotform.com", Pattern.compile("/(?:form/)?\\d{8,}")),
          Map.entry("jotform.us", Pattern.compile("/.")),
          Map.entry("surveymonkey.com", Pattern.compile("/(?:r|s)/")),
          Map.entry("research.net", Pattern.compile("/r/")),
          Map.entry("qualtrics.com", Pattern.compile("/jfe/form/")),
          Map.entry("wufoo.com", Pattern.compile("/forms/")),
          Map.entry("formstack.com", Pattern.compile("/forms/")),
          Map.entry("cognitoforms.com", Pattern.compile("/[^/]+/.")),
          Map.entry("tally.so", Pattern.compile("/(?:r|forms)/")),
          Map.entry("kobotoolbox.org", Pattern.compile("/(?:x|i|single)/")),
          Map.entry("actionnetwork.org", Pattern.compile("/(?:forms|petitions|letters)/")));

  private static final int LONGEST_WORDS = 300;

  private static final Pattern EXTENSION = Pattern.compile("\\.([a-z0-9]{2,5})$");

  /**
   * The word in brackets or after a separator at the end, so that a title's own words don't count.
   */
  private static final Pattern KIND_IN_WORDS =
      Pattern.compile(
          "[(\\[][^()\\[\\]]*?\\b(pdf|video|vídeo|audio|podcast|docx?)s?\\b[^()\\[\\]]*[)\\]]"
              + "|(?:^|[,|–—:-])\\s*(?:\\p{L}+\\s)?(pdf|video|vídeo|audio|podcast)s?\\s*$"
              + "|^(video|vídeo|podcast|audio)s?:"
              + "|^(?:download|descargar|open|abrir)\\b.{0,20}\\b(pdf)\\b");

  /** The word that stands for it in data and addresses. */
  public String param() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Tells the kind of a link.
   *
   * @param type the link's {@code type} attribute, or empty
   * @param words of the link and those right after it
   */
  public static Kind of(URI url, String type, String words) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (scheme.equals("tel")) {
      return PHONE;
    }
    if (scheme.equals("mailto")) {
      return MAIL;
    }
    Kind byType = byMediaType(type.toLowerCase(Locale.ROOT));
    if (byType != PAGE) {
      return byType;
    }
    Kind byAddress = byAddress(url);
    String said = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    return byAddress != PAGE ? byAddress : byWords(said.toLowerCase(Locale.ROOT).strip());
  }

  private static Kind byMediaType(String type) {
    if (type.startsWith("application/pdf")) {
      return PDF;
    }
    if (type.startsWith("video/")) {
      return VIDEO;
    }
    if (type.startsWith("audio/")) {
      return AUDIO;
    }
    boolean office =
        type.startsWith("application/msword")
            || type.startsWith("application/vnd.ms-")
            || type.startsWith("application/vnd.openxmlformats")
            || type.startsWith("application/vnd.oasis");
    return office ? DOCUMENT : PAGE;
  }

  private static Kind byAddress(URI url) {
    String host =
        String.valueOf(url.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    String path = String.valueOf(url.getPath()).toLowerCase(Locale.ROOT);
    Matcher extension = EXTENSION.matcher(path);
    if (extension.find()) {
      for (Map.Entry<Kind, Set<String>> entry : EXTENSIONS.entrySet()) {
        if (entry.getValue().contains(extension.group(1))) {
          return entry.getKey();
        }
      }
    }
    if (onFormHost(host, path)) {
      return FORM;
    }
    return switch (host) {
      case "youtu.be", "fb.watch" -> VIDEO;
      case "youtube.com", "m.youtube.com", "youtube-nocookie.com" ->
          path.matches("/(watch|embed/.+|shorts/.+|live/.+|playlist)") ? VIDEO : PAGE;
      case "soundcloud.com", "podcasts.apple.com" -> AUDIO;
      case "open.spotify.com" -> path.matches("/(episode|show)/.*") ? AUDIO : PAGE;
      case "tiktok.com" -> path.matches("/@[^/]+/video/.*") ? VIDEO : PAGE;
      case "vimeo.com", "player.vimeo.com" -> path.matches("/(video/)?\\d+.*") ? VIDEO : PAGE;
      case "docs.google.com" ->
          path.matches("/(document|spreadsheets|presentation)/.*") ? DOCUMENT : PAGE;
      default -> PAGE;
    };
  }

  /** Whether the host makes forms and the path is one, rather than a page about the host. */
  private static boolean onFormHost(String host, String path) {
    for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
      if ((host.equals(form.getKey()) || host.endsWith("." + form.getKey()))
          && form.getValue().matcher(path).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static Kind byWords(String words) {
    Matcher found = KIND_IN_WORDS.matcher(words);
    if (!found.find()) {
      return PAGE;
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      String word = found.group(group);
      if (word != null) {
        return switch (word) {
          case "pdf" -> PDF;
          case "video", "vídeo" -> VIDEO;
          case "audio", "podcast" -> AUDIO;
          default -> DOCUMENT;
        };
      }
    }
    return PAGE;
  }
}
