package org.handbill.widget.type.resources.page.strip;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/** Knows the links that only serve the site that a page is on, wherever they stand. */
public final class SiteLinks {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)(?:(?:(?:admin|member|staff|user) )?(?:log|sign)[ -]?(?:in|out|off)(?: to \\p{L}+)?"
              + "|(?:back|return|go|scroll) to (?:the )?top(?: of (?:the )?page)?|top of page"
              + "|skip to (?:the )?(?:main )?(?:content|navigation)"
              + "|(?:print|share|edit|e-?mail|bookmark|report) (?:this )?(?:page|guide|article|post|site)"
              + "|(?:read|view|see) this (?:page|site|guide) in \\p{L}+|(?:lea|leer|ver) esta página en \\p{L}+"
              + "|site ?map(?: page)?|mapa (?:del sitio|web)|plan du site"
              + "|report (?:abuse|a problem)|cookie (?:settings|preferences|policy)"
              + "|(?:load|show) (?:more|less)(?: (?:resources|results|posts))?|next(?: page)?|prev(?:ious)?(?: page)?"
              + "|iniciar sesión|cerrar sesión|(?:volver|ir|regresar) (?:al inicio|arriba)|al inicio de la página"
              + "|saltar al contenido(?: principal)?|(?:imprimir|compartir|editar)(?: esta)? página"
              + "|(?:cargar|mostrar) más|siguiente|anterior|página (?:siguiente|anterior))");

  /** What a site says of itself by law, and what it has beside a text. */
  private static final Pattern OWN_WORDS =
      Pattern.compile(
          "(?iu)(?:(?:print|e-?mail|imprimir|correo(?: electrónico)?)|(?:website )?(?:terms|conditions)(?: (?:of (?:use|service)|(?:and|&) conditions))?"
              + "|(?:website )?privacy(?: (?:policy|notice|statement))?|cookie(?:s|s? policy)?|legal notices?|disclaimer"
              + "|(?:términos|condiciones)(?: (?:de (?:uso|servicio)|y condiciones)(?: de uso)?)?"
              + "|(?:política|aviso) (?:de (?:privacidad|cookies)|legal)|aviso legal)");

  /** The mark of a note: “[3]”, “[L14–L22]”, “†”. */
  private static final Pattern FOOTNOTE =
      Pattern.compile("\\[\\p{L}?\\d{1,3}(?:[–-]\\p{L}?\\d{1,3})?\\]|[*†‡§]{1,3}");

  private static final Pattern PATHS =
      Pattern.compile(
          "(?i)/(?:wp-login\\.php|wp-admin/?.*|user/log(?:in|out)|users/sign_(?:in|out)|log(?:in|out)(?:\\.php|\\.aspx?|/)?)$");

  /** Checks that a site boasts of. */
  private static final Pattern BADGES =
      Pattern.compile(
          "(?i)validator\\.w3\\.org/check(?:/referer)?|jigsaw\\.w3\\.org/css-validator/.+|www\\.w3\\.org/WAI/WCAG.*-Conformance.*");

  private static final Pattern BACK =
      Pattern.compile(
          "(?iu)^(?:[←‹«⟵◄<]+\\s*(?:back|return|volver|regresar)\\b"
              + "|[^\\p{L}]*(?:back|return|volver|regresar) (?:to|a) (?:.{0,30} )?(?:list|home|index|menu|resources|guides"
              + "|(?:previous|main) page|directory|search|results|lista|inicio|índice|menú|recursos|guías|directorio)$)");
  private static final Pattern BACK_ALONE =
      Pattern.compile(
          "(?iu)[^\\p{L}]*(?:(?:go )?back(?: (?:a|one) page)?|return|volver|regresar|atr[aá]s|arriba|subir|top|up|voltar|retour|zurück)[^\\p{L}]*");
  private static final Pattern AWAY =
      Pattern.compile("(?iu)^[^\\p{L}]*(?:back|return|volver|regresar|atrás)\\b");
  private static final Pattern BACK_CLASS = Pattern.compile("(?i)(?:^|[\\s_-])back(?:$|[\\s_-])");

  private static final Pattern FIRST_PAGE =
      Pattern.compile(
          "(?i)(?:index|default|home|inicio|accueil)(?:\\.[a-z]{2})?(?:\\.(?:[sx]?html?|php|aspx?|cfm|jsp))?");

  /** What a link to a site's first page says. */
  private static final Pattern FIRST_WORDS =
      Pattern.compile(
          "(?iu)[^\\p{L}]*(?:(?:the )?(?:home|main)(?: ?page)?|inicio|portada|p[aá]gina (?:principal|de inicio)"
              + "|principal|accueil|startseite)?[^\\p{L}]*");

  private static final Pattern TRIMMED = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private SiteLinks() {}

  /**
   * True for a link to log in, to the top, to share, to the next page or to the site's first, and
   * for the page itself with other filters.
   *
   * @param page the address of the page that the link stands on
   */
  public static boolean serves(Element link, URI url, URI page) {
    return wording(PlainText.line(link.text()))
        || (sameHost(url, page) && FOOTNOTE.matcher(PlainText.line(link.text())).matches())
        || back(link, url, page)
        || (sameHost(url, page) && ownWords(PlainText.line(link.text())))
        || (sameHost(url, page) && PATHS.matcher(String.valueOf(url.getPath())).find())
        || BADGES.matcher(url.getHost() + url.getRawPath()).matches()
        || icon(link, url)
        || filters(url, page)
        || home(link, url, page);
  }

  private static boolean ownWords(String words) {
    return words.length() < 60 && OWN_WORDS.matcher(words).matches();
  }

  /** “← All guides”, and “Back to resources”; but “Back to school” says where nobody came from. */
  private static boolean back(Element link, URI url, URI page) {
    String words = PlainText.line(link.text());
    return sameHost(url, page)
        && words.length() < 60
        && (BACK.matcher(words).find()
            || BACK_ALONE.matcher(words).matches()
            || (BACK_CLASS.matcher(link.className()).find() && AWAY.matcher(words).find()));
  }

  /** A social network's sign, which says to nobody whose page it leads to. */
  private static boolean icon(Element link, URI url) {
    return said(link).isBlank()
        && link.selectFirst(Selectors.IMAGE) == null
        && !link.hasAttr("aria-label")
        && OwnProfiles.host(String.valueOf(url.getHost()));
  }

  /**
   * The front page of the site; one further down only where the link says no more than that, or is
   * a banner.
   */
  private static boolean home(Element link, URI url, URI page) {
    boolean front =
        "/".equals(url.getRawPath())
            && url.getRawQuery() == null
            && String.valueOf(page.getRawPath()).length() > 1
            && sameHost(url, page);
    return front
        || (first(url, page)
            && (link.text().isBlank()
                || link.closest("h1") != null
                || FIRST_WORDS.matcher(said(link)).matches()));
  }

  private static String said(Element link) {
    Element image = link.selectFirst(Selectors.DESCRIBED_IMAGE);
    return PlainText.line(link.text() + ' ' + (image == null ? "" : image.attr("alt")));
  }

  /** True for the first page of the site, or of a part of it that the page is in. */
  static boolean first(URI url, URI page) {
    String path = String.valueOf(url.getRawPath());
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String file = path.substring(folder.length());
    String own = String.valueOf(page.getRawPath());
    return sameHost(url, page)
        && url.getRawQuery() == null
        && !path.equals(own)
        && own.startsWith(folder)
        && (file.isEmpty() || FIRST_PAGE.matcher(file).matches());
  }

  /** Whether two addresses are of one host. */
  public static boolean sameHost(URI url, URI page) {
    return page.getHost() != null && page.getHost().equalsIgnoreCase(url.getHost());
  }

  /** True for words such as “Back to top”. */
  public static boolean wording(String words) {
    return words.length() < 60
        && WORDS.matcher(TRIMMED.matcher(words).replaceAll("").replaceAll("\\s+", " ")).matches();
  }

  /** A page that needs no query shows itself when it gets one. */
  private static boolean filters(URI url, URI page) {
    return url.getRawQuery() != null
        && page.getRawQuery() == null
        && String.valueOf(page.getRawPath()).length() > 1
        && Objects.equals(page.getRawPath(), url.getRawPath())
        && sameHost(url, page);
  }
}
