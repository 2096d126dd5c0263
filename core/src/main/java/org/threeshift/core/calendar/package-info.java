/** Interviews in people's own calendars, as invitations, files and feeds; and what those calendars say of when people are busy. */
@NullMarked
package org.threeshift.core.calendar;

import org.jspecify.annotations.NullMarked;
