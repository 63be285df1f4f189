package org.handbill.widget;

import java.util.List;
import java.util.stream.Collectors;
import org.handbill.widget.model.Problem;

/**
 * A network folder that cannot be served as it is; the message is what {@code check} would print.
 */
public final class InvalidNetworkException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidNetworkException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that was found, warnings included. */
  public List<Problem> problems() {
    return problems;
  }
}
