/** Scorecards as pages: one of them, the list of all that somebody may see, and the wait before publication. */
@NullMarked
package org.threeshift.web.report;

import org.jspecify.annotations.NullMarked;
