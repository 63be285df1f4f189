/** What the markup of a page says by its tags, classes and roles. */
@NullMarked
package org.handbill.widget.type.resources.page.dom;

import org.jspecify.annotations.NullMarked;
