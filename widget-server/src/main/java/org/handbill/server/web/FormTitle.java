package org.handbill.server.web;

import java.util.List;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;

/**
 * What a form is called.
 *
 * @param text on one line
 * @param language what it is written in
 */
public record FormTitle(String text, Language language) {

  /** The titles of those forms that are shown now, in the folder's order. */
  public static List<FormTitle> of(Widgets widgets, List<String> ids, Language language) {
    return widgets.list().stream()
        .filter(file -> ids.contains(file.id().value()))
        .map(
            file ->
                new FormTitle(
                    PlainText.line(file.title().in(language)), file.title().languageFor(language)))
        .toList();
  }
}
