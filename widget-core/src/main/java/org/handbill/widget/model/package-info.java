/**
 * What widgets are made of, in plain values: identity, languages, cleaned text, forms, problems,
 * and the extension point {@link org.handbill.widget.model.WidgetType}. Imports no other package of
 * ours.
 */
@NullMarked
package org.handbill.widget.model;

import org.jspecify.annotations.NullMarked;
