package org.handbill.server.submit;

import java.util.List;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Consent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts every wording on record as soon as it may be shown, so that a form from somebody's cache can
 * be recorded with the words that its visitor saw, however the file has changed since.
 */
public final class WordingRecorder implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WordingRecorder.class);

  private final Widgets widgets;
  private final SignupStore store;

  public WordingRecorder(Widgets widgets, SignupStore store) {
    this.widgets = widgets;
    this.store = store;
  }

  /**
   * Records the wordings of the current edition. Without a database, the next sign-up tries again.
   */
  @Override
  public void run() {
    List<Consent.Wording> wordings =
        widgets.list().stream()
            .flatMap(file -> widgets.form(file.id()).stream())
            .flatMap(form -> form.consent().wordings().stream())
            .distinct()
            .toList();
    try {
      store.record(wordings);
    } catch (StoreUnavailableException e) {
      LOG.warn("The wordings of this edition are not on record yet: {}", e.getMessage());
    }
  }
}
