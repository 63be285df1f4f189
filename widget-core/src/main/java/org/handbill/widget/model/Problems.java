package org.handbill.widget.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong while files are read, so that one run tells everything. Not thread-safe.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Reports what keeps the folder from being served; the message is of that catalogue. */
  public void error(Messages messages, Place place, String key, Object... values) {
    add(Problem.Severity.ERROR, messages, place, key, values);
  }

  /** Reports what does not. */
  public void warning(Messages messages, Place place, String key, Object... values) {
    add(Problem.Severity.WARNING, messages, place, key, values);
  }

  private void add(
      Problem.Severity severity, Messages messages, Place place, String key, Object... values) {
    String text = PlainText.line(messages.in(Language.ENGLISH).format(key, values));
    Problem problem = new Problem(severity, place, key, text);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Takes over what another collection holds. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** True once an error was reported. */
  public boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }

  /** What was found, by file and place. */
  public List<Problem> list() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.place().file())
                .thenComparing(problem -> problem.place().line())
                .thenComparing(problem -> problem.place().column()))
        .toList();
  }
}
