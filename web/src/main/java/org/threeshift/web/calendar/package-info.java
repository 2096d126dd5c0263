/** A person's interviews as their calendar: as a page, as files, and under a private address. */
@NullMarked
package org.threeshift.web.calendar;

import org.jspecify.annotations.NullMarked;
