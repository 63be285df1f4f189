/** Takes out of a page what is not its content: menus, footers, forms, links to itself. */
@NullMarked
package org.handbill.widget.type.resources.page.strip;

import org.jspecify.annotations.NullMarked;
