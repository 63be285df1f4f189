package org.handbill.widget.type.resources.entry;

import java.util.List;

/**
 * Items that stand under one heading, in the page's order.
 *
 * @param title the heading's words; empty where none stands above the items
 */
public record Group(String title, List<Item> items) {

  public Group {
    items = List.copyOf(items);
  }
}
