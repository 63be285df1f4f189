package org.handbill.widget.render;

/**
 * What stands around every widget's body.
 *
 * @param language of the widget
 * @param dir {@code ltr} or {@code rtl}
 * @param title what it is called
 * @param text the words under the title, as cleaned HTML; empty for none
 * @param use the address of the module that improves it; empty for none
 * @param inherits true where it takes the look of the page around it
 * @param closed true where the widget is no longer offered, and its title not shown on other pages
 * @param page true where the widget is the page, and its title the page's heading
 */
public record FrameView(
    String language,
    String dir,
    String title,
    String text,
    String use,
    boolean inherits,
    boolean closed,
    boolean page) {}
