/** Cohorts on pages: the coach's lists, invitations and import, and the member's side of joining and leaving. */
@NullMarked
package org.threeshift.web.cohort;

import org.jspecify.annotations.NullMarked;
