package org.handbill.widget.model;

import java.util.List;
import java.util.Map;

/** Content with a form that visitors submit. */
public interface FormContent extends Content {

  /** The form. */
  Form form();

  /** The form once more, with what was typed and what is to be mended. */
  View view(Audience audience, Links links, Attempt attempt);

  /**
   * A page with one button, for a submission that came without proof of work.
   *
   * @param held what was sent, by name, to be sent again with the button
   */
  View oneMoreStep(Audience audience, Links links, Map<String, String> held);

  /** What is shown once a submission has been stored. */
  View received(Audience audience, Links links);

  @Override
  default View view(Audience audience, Links links) {
    return view(audience, links, Attempt.NONE);
  }

  /**
   * A submission that could not be taken as it was.
   *
   * @param typed what was typed, by field name
   * @param errors what is to be mended
   */
  record Attempt(Map<String, String> typed, List<Form.FieldError> errors) {

    /** Nothing has been tried yet. */
    public static final Attempt NONE = new Attempt(Map.of(), List.of());

    public Attempt {
      typed = Map.copyOf(typed);
      errors = List.copyOf(errors);
    }
  }
}
