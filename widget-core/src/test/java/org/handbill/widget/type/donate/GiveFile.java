package org.handbill.widget.type.donate;

import java.nio.file.Path;
import java.util.List;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Problem;

/** A network of a few members with one widget, {@code give}, in three languages. */
record GiveFile(Path folder) {

  private static final String NAME = "widgets/give.yaml";
  private static final String MEMBERS =
      """
      members:
        - {id: lakeside-alliance, name: Lakeside, source-code: lwa}
        - {id: riverbend, name: Riverbend}
      """;

  /** The network once this stands in the widget's file, after its type and title. */
  TestNetwork with(String widget) {
    return TestNetwork.in(folder)
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es, ar]") + MEMBERS)
        .with(NAME, "type: donate\ntitle: {en: Give, es: Donar, ar: تبرع}\n" + widget);
  }

  /** What is wrong then, each with its place in the file. */
  List<String> findings(String widget) {
    return with(widget).check().stream()
        .map(Problem::toString)
        .map(text -> text.replace(NAME + ":", ""))
        .toList();
  }

  Widgets open(String widget) throws Exception {
    return with(widget).builder().open();
  }
}
