/** The sign-up form: its fields, its consent, what is said when it has been received. */
@NullMarked
package org.handbill.widget.type.signup;

import org.jspecify.annotations.NullMarked;
