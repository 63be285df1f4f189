package org.handbill.widget;

import java.net.URI;
import java.util.List;
import org.handbill.widget.model.Choice;
import org.handbill.widget.render.Pages;

/**
 * What a webmaster has to know of a widget to put it on a page.
 *
 * @param pages its addresses
 * @param choices what can be chosen of it, besides language, member and theme
 * @param formTargets where its forms send what is filled in, for a page whose policy names such
 *     places; none for a widget without forms
 * @param frames whose frames it may show once a visitor asks for one, as origins; none for most
 * @param pictured whether it shows pictures, all from the widget server
 * @param privacy what it does with what visitors give, as a paragraph for the page's privacy
 *     notice; empty where its type says nothing
 */
public record Offer(
    Pages pages,
    List<Choice> choices,
    List<URI> formTargets,
    List<URI> frames,
    boolean pictured,
    String privacy) {

  public Offer {
    choices = List.copyOf(choices);
    formTargets = List.copyOf(formTargets);
    frames = List.copyOf(frames);
  }
}
