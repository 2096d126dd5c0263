/** Coaches are booked: their pages, the hours that are free on them, and what becomes of a booking. */
@NullMarked
package org.threeshift.core.booking;

import org.jspecify.annotations.NullMarked;
