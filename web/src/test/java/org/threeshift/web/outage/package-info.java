/** The database goes away and comes back, under a running application and under real browsers. */
@NullMarked
package org.threeshift.web.outage;

import org.jspecify.annotations.NullMarked;
