package org.handbill.widget.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a source that answers in pages is read to its end: which page an answer is, where the others
 * are, and what they make together. Pure, and equal to every other of its kind.
 */
public interface Paging {

  /**
   * A page.
   *
   * @param number counted from 1
   * @param of how many there are; where an answer only says that more follow, one more at least
   */
  record Page(int number, int of) {}

  /** Which page an answer is; empty for one that does not say so. */
  Optional<Page> page(SourceBytes answer);

  /**
   * Where a page is.
   *
   * @param other the address of another page of the same answer
   * @param number counted from 1
   */
  URI address(URI other, int number);

  /** Makes one answer of all pages, which are in their order. */
  SourceBytes joined(List<SourceBytes> pages);
}
