package org.handbill.server.deliver;

import java.util.List;
import org.handbill.server.web.FormTitle;
import org.handbill.widget.model.Messages;

/**
 * What stands in a confirmation mail.
 *
 * @param t the texts of Handbill's own
 * @param network who publishes
 * @param networkUrl its site
 * @param forms what was signed up for; may be empty
 * @param confirm the link to confirm
 * @param unsubscribe the link to unsubscribe
 * @param days how long the first link is good
 */
public record ConfirmationView(
    Messages.Texts t,
    String network,
    String networkUrl,
    List<FormTitle> forms,
    String confirm,
    String unsubscribe,
    long days) {}
