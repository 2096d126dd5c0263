/** A coach's booking pages as candidates see them, what they booked there, and how a coach sets them up. */
@NullMarked
package org.threeshift.web.booking;

import org.jspecify.annotations.NullMarked;
