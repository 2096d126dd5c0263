/** Invented people and their interviews, for looking round without setting anything up. */
@NullMarked
package org.threeshift.web.demonstration;

import org.jspecify.annotations.NullMarked;
