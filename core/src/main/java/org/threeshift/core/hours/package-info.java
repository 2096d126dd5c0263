/** When somebody can: weekly hours by their wall clock, exceptions on dates, and the spans of time that come of them. */
@NullMarked
package org.threeshift.core.hours;

import org.jspecify.annotations.NullMarked;
