package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;

/** Knows which words name a resource and which only say “click here”. */
public final class Titles {

  private static final int LONGEST = 150;
  private static final int LONGEST_GENERIC = 120;
  private static final int LONGEST_READ = 1000;

  /** Words that ask to follow a link or say what form it has; of a title they say nothing. */
  private static final Set<String> GENERIC =
      words(
          """
          click tap here this more read reading view see show open visit go get learn find
          details info information download downloads downloadable printable watch listen now
          link links url web website site homepage webpage page online official
          pdf pdfs doc docx word file document article report flyer flier handout poster brochure
          form version versions video videos audio podcast map directions slides
          facebook twitter x instagram youtube vimeo linkedin whatsapp telegram tiktok
          location ubicación ubicacion mapa cómo llegar
          email e-mail mail phone call text chat contact us fax apply register
          hits original source sources fuente fuentes acceder acessar aprender aprenda aprende conocer conozca
          full entire complete kb mb size picture image photo imagen foto
          haga haz clic click aquí aqui leer lea más mas ver vea información informacion descargar
          descarga descargue archivo documento enlace sitio página pagina web vídeo video videos
          teléfono telefono correo electrónico electronico visitar visite formulario versión version
          folleto informe completo imprimir llamar contacto llame llámenos llámanos escriba escríbanos
          visítenos visita ir vaya acceda entre consulte marque
          pincha pinche pulsa pulse presiona presione ingresa ingrese ingresar visualizar visualiza
          visualice acceso obtener obtenga obtén bájatelo descárgalo descárgala descárguelo consúltalo consúltala
          abrir abra abre explorar explora explore launch continue continuar continúa seguir sigue
          leyendo saber sepa descubrir descubre descubra discover oficial detalle detalles ahora
          access escuchar escucha escuche enviar envíe envía contactar contacta entrar entra live
          télécharger lire suite ici voir cliquez savoir accéder consulter
          baixar leia mais clique aqui saiba acesse
          herunterladen hier mehr erfahren weiterlesen ansehen öffnen webseite
          点击这里 下载 更多 阅读更多 點擊這裡 下載 閱讀更多 اضغط هنا اقرأ المزيد تحميل تنزيل
          """);

  private static final Set<String> FILLERS =
      words(
          """
          the a an to of in out as for our your their its on at about and or & + with by
          el la los las en de del como y o su nuestro nuestra para un una le les plus sur
          das die der den auf zur zum em o os al
          """);

  /** Words that ask to take or to read something, so that “Download the guide” names nothing. */
  private static final Set<String> TAKING =
      words(
          """
          download descargar descarga descargue bajar baixar télécharger herunterladen read leer lea
          view see open visit access full ver vea abrir abra visitar visite acceder acceda
          voir lire consulter leia veja
          """);

  private static final Set<String> DOCUMENTS =
      words(
          """
          guide toolkit booklet pamphlet brochure handbook manual packet sheet card list resource
          guía guia manual folleto cartilla paquete tarjeta lista recurso caja herramientas
          article story post blog profile entry
          artículo articulo noticia nota entrada ficha perfil publicación
          l'article l’article artigo artikel
          """);

  public static final Pattern TELLING = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern WHOLE_CALLS =
      Pattern.compile(
          "(?iu)[\\s(\\[]*(?:(?:see|view|show|browse|ver|mostrar)\\s+(?:all|todos?|todas?)"
              + "|(?:home|main)\\s*page|página\\s+(?:principal|de\\s+inicio))[\\s)\\].»›→]*");

  private static final Pattern CAPITALS_FIRST = Pattern.compile("^(\\p{Lu}{2,4})\\s.*\\p{Ll}");

  private static final Pattern WORD_EDGES = Pattern.compile("^[.'’+-]+|[.'’+-]+$");
  private static final Pattern NUMBER = Pattern.compile("[\\d.]+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&+'’.-]+");
  private static final Pattern ADDRESS_LIKE =
      Pattern.compile(
          "(?i)(https?[:;/]{1,3}|www\\.)\\S+|[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,12}(/\\S*)?|\\S+@\\S+\\.\\S+"
              + "|[+(]?[\\d][\\d\\s().+–-]{5,}\\d");
  private static final Pattern CALL_BEFORE =
      Pattern.compile(
          "(?iu)^(?:click here(?: to)?|read more|learn more|download(?: (?:the|a|as|in))*(?: pdf)?"
              + "|descargar(?: (?:como|el|la|en))*(?: pdf)?|leer más|ver más|más información)"
              + "\\s*[:–—|]\\s*(?=\\S{2})");
  private static final Pattern REMARK =
      Pattern.compile(
          "(?iu)\\s*[(\\[]?\\b(?:opens? (?:in )?(?:a )?new (?:window|tab)|external link"
              + "|link is external|(?:se )?abre en (?:una )?(?:nueva (?:ventana|pestaña)"
              + "|(?:ventana|pestaña) nueva)|enlace externo)\\b\\.?[)\\]]?");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\u00a0|•·‣▪»›→➔,;:/–—*-]+|[\\s\\u00a0|•·‣▪«»›→➔➜↗▸▶⇗,;:/–—*>(\\[-]+$");

  private Titles() {}

  /** The words without arrows, separators and remarks about windows at their ends. */
  public static String trimmed(String words) {
    String read = words.length() > LONGEST_READ ? words.substring(0, LONGEST_READ) : words;
    String plain = REMARK.matcher(read).replaceAll(" ").strip();
    String called = CALL_BEFORE.matcher(EDGES.matcher(plain).replaceAll("")).replaceFirst("");
    String title = EDGES.matcher(called).replaceAll("").replaceAll("\\s+", " ");
    if (read.endsWith("»") && title.indexOf('«') >= 0 && title.indexOf('»') < 0) {
      return title + '»';
    }
    return title.isEmpty() ? read.strip() : title;
  }

  /** True for words that only say how a link opens. */
  public static boolean remark(String words) {
    return words.length() <= LONGEST_GENERIC && REMARK.matcher(words.strip()).matches();
  }

  /** True for words that name nothing: “Read more”, “PDF”, “Descargar en español”. */
  public static boolean generic(String words) {
    if (words.length() > LONGEST_GENERIC) {
      return false;
    }
    if (WHOLE_CALLS.matcher(words).matches()) {
      return true;
    }
    if (abbreviated(words)) {
      return false;
    }
    String text = LanguageHints.withoutNames(words.toLowerCase(Locale.ROOT));
    boolean telling = text.length() < words.length();
    boolean counted = false;
    boolean document = false;
    boolean taking = false;
    for (String word : NOT_WORDS.split(text)) {
      String bare = WORD_EDGES.matcher(word).replaceAll("");
      taking |= TAKING.contains(bare);
      if (bare.isEmpty() || FILLERS.contains(bare)) {
        continue;
      }
      if (NUMBER.matcher(bare).matches() || addressLike(bare)) {
        counted = true;
      } else if (GENERIC.contains(bare)) {
        telling = true;
      } else if (DOCUMENTS.contains(bare)) {
        document = true;
      } else {
        return false;
      }
    }
    return document ? taking : telling || !counted;
  }

  /** “UN website” says whose it is, though “un” is a mere word too. */
  private static boolean abbreviated(String words) {
    Matcher first = CAPITALS_FIRST.matcher(words);
    return first.find() && FILLERS.contains(first.group(1).toLowerCase(Locale.ROOT));
  }

  /** True for a web address, a mail address or a telephone number that stands for itself. */
  public static boolean addressLike(String words) {
    return words.length() <= LONGEST_READ && ADDRESS_LIKE.matcher(words.strip()).matches();
  }

  /** A heading or the start of a sentence made fit to be a title. */
  public static String fromText(String words) {
    String title = trimmed(words);
    if (title.length() > LONGEST) {
      String cut =
          title.substring(
              0,
              title.offsetByCodePoints(
                  0, Math.min(LONGEST - 10, title.codePointCount(0, title.length()))));
      int space = cut.lastIndexOf(' ');
      return (space > 60 ? cut.substring(0, space) : cut) + "…";
    }
    return title;
  }

  /** What an address alone tells: its file's name, or its host. */
  public static String fromAddress(URI url) {
    if (url.getHost() == null) {
      String rest = url.getSchemeSpecificPart();
      return rest.contains("?") ? rest.substring(0, rest.indexOf('?')) : rest;
    }
    String path = String.valueOf(url.getRawPath());
    String file = path.substring(path.lastIndexOf('/') + 1);
    String name =
        decoded(file).replaceFirst("\\.[A-Za-z0-9]{2,5}$", "").replaceAll("[_+\\s-]+", " ").strip();
    String host = url.getHost().replaceFirst("^www\\.", "");
    return name.matches(".*\\p{L}{3}.*") && !name.equals("index") ? name : host;
  }

  private static String decoded(String file) {
    try {
      String text = URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8);
      return PlainText.line(text);
    } catch (IllegalArgumentException malformed) {
      return file;
    }
  }

  private static Set<String> words(String list) {
    return new HashSet<>(List.of(list.strip().split("\\s+")));
  }
}
