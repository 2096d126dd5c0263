/** Scorecards that candidates share by links: what a holder of a link sees, and a candidate's list of links. */
@NullMarked
package org.threeshift.web.sharing;

import org.jspecify.annotations.NullMarked;
