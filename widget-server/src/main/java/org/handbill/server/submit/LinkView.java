package org.handbill.server.submit;

import java.util.List;
import java.util.Optional;
import org.handbill.server.web.FormTitle;
import org.handbill.widget.model.Messages;

/**
 * What the page behind a link of a mail shows.
 *
 * @param t the texts of Handbill's own
 * @param network who publishes
 * @param networkUrl its site
 * @param title what the page is about
 * @param text what the button does, what was done, or what to do
 * @param formsLabel what stands above the forms
 * @param forms what the link is about; may be empty
 * @param button what can be done; empty where there is nothing left to do
 * @param note a line below the button; empty for none
 */
public record LinkView(
    Messages.Texts t,
    String network,
    String networkUrl,
    String title,
    String text,
    String formsLabel,
    List<FormTitle> forms,
    Optional<Button> button,
    String note) {

  /**
   * The page's one button; it leads to the page's own address.
   *
   * @param method {@code get} or {@code post}
   */
  public record Button(String method, String label) {}
}
