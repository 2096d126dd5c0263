/** Who is here now: leases that the browsers of an interview renew, whichever node answers them. */
@NullMarked
package org.threeshift.core.presence;

import org.jspecify.annotations.NullMarked;
