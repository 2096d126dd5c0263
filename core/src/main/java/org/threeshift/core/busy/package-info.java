/** When people are busy by calendars that they keep elsewhere: fetched read only, within limits, and without what is in them. */
@NullMarked
package org.threeshift.core.busy;

import org.jspecify.annotations.NullMarked;
