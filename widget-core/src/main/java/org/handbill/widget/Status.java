package org.handbill.widget;

import java.util.List;
import org.handbill.widget.model.Problem;

/**
 * How a network is.
 *
 * @param edition grows with every change that was taken over
 * @param current false while the folder is broken and the last good one is served
 * @param problems what is wrong, in the folder or its sources
 */
public record Status(long edition, boolean current, List<Problem> problems) {}
