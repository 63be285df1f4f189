package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.tag;

import java.net.URI;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageAndKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Virus facts, Spanish | es",
        "Virus facts, Spanish videos | es",
        "Virus facts (in Arabic) | ar",
        "Virus facts (PDF, Vietnamese) | vi",
        "Virus facts – Mongolian | mn",
        "Virus facts in Haitian Creole | ht",
        "Virus facts, simplified Chinese | zh-Hans",
        "Virus facts (Traditional Chinese) | zh-Hant",
        "Virus facts, simplified & traditional Chinese | zh",
        "Datos del virus en español | es",
        "Versión en español | es",
        "Somali | so",
        "Tiếng Việt | vi",
        "Kreyòl | ht",
        "Spanish version | es"
      })
  void wordsNameALanguage(String words, String tag) {
    assertThat(tag(LanguageHints.named(words))).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Spanish Civil War",
        "Help in English and Spanish",
        "English & Spanish",
        "Polish your story",
        "Greek Street clinic",
        "French Quarter tenants",
        ""
      })
  void wordsThatNameNoneOrSeveralTellNothing(String words) {
    assertThat(LanguageHints.named(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "معلومات عن الفيروس,ar",
    "認識你的權利,zh-Hant",
    "认识你的权利,zh-Hans",
    "你的家,zh",
    "حقوق شما در برابر پلیس,fa",
    "آپ کے حقوق جانیں,ur",
    "خپل حقونه وپېژنئ,ps",
    "Знай свои права: мы рядом,ru",
    "Знайте свої права,uk",
    "መብትዎን ይወቁ እና አይፈርሙ,am",
    "መሰልካ ፍለጥ ኣብ ቤት ፍርዲ,ti",
    "당신의 권리,ko",
    "あなたの権利,ja",
    "זכויותיך,he",
    "สิทธิของคุณ,th"
  })
  void aScriptOfOneLanguageTellsIt(String words, String tag) {
    assertThat(tag(LanguageHints.written(words))).isEqualTo(tag);
  }

  @Test
  void cyrillicAndLatinTellNothing() {
    assertThat(LanguageHints.written("Ваши права")).isEmpty();
    assertThat(LanguageHints.written("Your rights")).isEmpty();
  }

  @Test
  void aLinksOwnAttributeComesFirst() {
    assertThat(
            tag(
                item("<p lang='fr'><a href='/a' hreflang='pt-br'>Guide, Spanish</a></p>")
                    .language()))
        .isEqualTo("pt-BR");
  }

  @Test
  void theLanguageOfAPartComesBeforeThePages() {
    assertThat(
            tag(
                item("<html lang='en'><ul lang='vi'><li><a href='/a'>Guide one</a></ul>")
                    .language()))
        .isEqualTo("vi");
    assertThat(
            tag(
                item("<html lang='en'><ul lang='en'><li><a href='/a'>Guide, Arabic</a></ul>")
                    .language()))
        .isEqualTo("ar");
    assertThat(tag(item("<html lang='en'><ul><li><a href='/a'>Guide one</a></ul>").language()))
        .isEqualTo("en");
  }

  @Test
  void theWordsRightAfterALinkTellItsLanguage() {
    Item item = item("<ul><li><a href='/a'>Virus facts</a>, Spanish</li></ul>");
    assertThat(tag(item.language())).isEqualTo("es");
    assertThat(item.title()).isEqualTo("Virus facts");
    assertThat(item.summary().isEmpty()).isTrue();
  }

  @Test
  void aHeadingTellsTheLanguageOfWhatStandsUnderIt() {
    assertThat(
            tag(
                item("<html lang='en'><h2>Resources in Somali</h2><ul><li><a href='/a'>Virus facts</a></ul>")
                    .language()))
        .isEqualTo("so");
  }

  @Test
  void aSpanishTitleOnAnEnglishPageIsSpanish() {
    assertThat(
            tag(
                item("<html lang='en'><p><a href='/a'>Cómo hablar con la policía</a></p>")
                    .language()))
        .isEqualTo("es");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.example/a.pdf | '' | '' | PDF",
        "https://x.example/a.PDF?v=2 | '' | '' | PDF",
        "https://x.example/a.docx | '' | '' | DOCUMENT",
        "https://x.example/a.mp4 | '' | '' | VIDEO",
        "https://x.example/a.mp3 | '' | '' | AUDIO",
        "https://x.example/a | application/pdf | '' | PDF",
        "https://x.example/a | '' | Rights card (PDF, 2 MB) | PDF",
        "https://x.example/a | '' | Prepare, Spanish videos | VIDEO",
        "https://www.youtube.com/watch?v=1 | '' | '' | VIDEO",
        "https://www.youtube.com/@channel | '' | '' | PAGE",
        "https://youtu.be/1 | '' | '' | VIDEO",
        "https://vimeo.com/123 | '' | '' | VIDEO",
        "https://docs.google.com/forms/d/e/1/viewform | '' | '' | FORM",
        "https://docs.google.com/document/d/1/edit | '' | '' | DOCUMENT",
        "https://airtable.com/appX/shrAbc | '' | '' | FORM",
        "https://airtable.com/appX/pagAbc/form | '' | '' | FORM",
        "https://airtable.com/pricing | '' | '' | PAGE",
        "https://network.typeform.com/to/abc | '' | '' | FORM",
        "https://form.jotform.com/123456789012 | '' | '' | FORM",
        "https://www.surveymonkey.com/r/ABC | '' | '' | FORM",
        "https://forms.office.com/r/abc | '' | '' | FORM",
        "https://forms.gle/abc | '' | '' | FORM",
        "https://actionnetwork.org/forms/join | '' | '' | FORM",
        "https://notairtable.com/shrAbc | '' | '' | PAGE",
        "https://open.spotify.com/episode/1 | '' | '' | AUDIO",
        "tel:5550100 | '' | '' | PHONE",
        "mailto:a@b.example | '' | '' | MAIL",
        "https://x.example/pdf-guide | '' | How to edit a PDF file well | PAGE"
      })
  void theKindIsToldByTypeAddressAndWords(String url, String type, String words, Kind kind) {
    assertThat(Kind.of(URI.create(url), type, words)).isEqualTo(kind);
  }

  @Test
  void aKindHasALowerCaseName() {
    assertThat(Kind.DOCUMENT.param()).isEqualTo("document");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Know what to do when police come to your door | en",
        "Qué hacer si la policía llega a su casa | es",
        "Guía de derechos de los inquilinos | es",
        "Información y servicios de apoyo | es",
        "Connaître vos droits et trouver une aide pour le logement | fr",
        "Conheça os seus direitos e encontre ajuda | pt",
        "Konnen dwa ou lè w rankontre ak moun ki nan lapolis | ht",
        "Biết quyền của bạn và các dịch vụ giúp đỡ | vi",
        "Xuquuqdaada iyo caawimaad sharciga ah | so",
        "Alamin ang iyong mga karapatan sa trabaho | tl",
        "Ihre Rechte und kostenlose Beratung für Sie | de",
        "Conoscere i vostri diritti: guida per gli inquilini | it",
        "Ваши права, если вас задержали | ru"
      })
  void wordsTellTheLanguageTheyAreIn(String words, String tag) {
    assertThat(tag(LanguageHints.told(words))).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tenant union",
        "Los Angeles, Las Vegas, El Paso",
        "El Centro de la Raza",
        "Casa Luz offers help to families of los detenidos",
        "La Raza Centro Legal: immigration, housing and workers' rights",
        "Die-in at the Des Moines city hall",
        "O'Neill Law",
        "Sa Re Ga",
        "Notre Dame",
        "12345",
        ""
      })
  void aFewWordsOfAnotherLanguageDoNotMakeAnEntryForeign(String words) {
    assertThat(tag(LanguageHints.told(words))).isIn("", "en");
  }

  @Test
  void theSummaryTellsTheLanguageWhereTheTitleDoesNot() {
    assertThat(
            tag(
                item("<html lang='en'><ul><li><a href='/a'>Casa Norte</a> – ayuda legal gratuita para los inmigrantes</li></ul>")
                    .language()))
        .isEqualTo("es");
  }

  @Test
  void englishWordsUnderAHeadingThatNamesALanguageSayNothing() {
    assertThat(
            tag(
                item("<html lang='en'><h2>Resources in Somali</h2><ul><li><a href='/a'>How to talk to your doctor</a></ul>")
                    .language()))
        .isEqualTo("so");
  }

  @Test
  void alsoInAnotherLanguageIsNotTheLanguageOfTheLink() {
    assertThat(
            tag(
                item("<html lang='en'><p><a href='/a'>Wage desk</a> (also available in Spanish)</p>")
                    .language()))
        .isEqualTo("en");
  }

  @Test
  void codesOfLanguagesInARowAreTranslations() {
    String links =
        "<a href='/%1$s-en'>EN</a> | <a href='/%1$s-es'>ES</a> | <a href='/%1$s-zh'>zh</a>";
    assertThat(
            Reading.lines(
                "<main><h2>Guides</h2><ul><li>Asylum: %s</li><li>Bond (%s)</li></ul>"
                        .formatted(links.formatted("a"), links.formatted("b"))
                    + "<table><tr><td>Wages</td><td>%s</td></tr></table>"
                        .formatted(links.formatted("c"))
                    + "<div><h3>Red card</h3><p>%s</p></div></main>"
                        .formatted(links.formatted("d"))))
        .containsExactly(
            "# Guides",
            "- Asylum /a-en",
            "  + español /a-es",
            "  + 中文 /a-zh",
            "- Bond /b-en",
            "  + español /b-es",
            "  + 中文 /b-zh",
            "- Wages /c-en",
            "  + español /c-es",
            "  + 中文 /c-zh",
            "- Red card /d-en",
            "  + español /d-es",
            "  + 中文 /d-zh");
    assertThat(
            Reading.lines(
                "<main><h2>Who</h2><ul><li><a href=/it>IT</a></li><li><a href=/hr>HR</a></li></ul></main>"))
        .containsExactly("# Who", "- IT /it", "- HR /hr");
  }
}
