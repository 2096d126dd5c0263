/** Tells a database that is away for a while from a mistake in the program. */
@NullMarked
package org.threeshift.core.outage;

import org.jspecify.annotations.NullMarked;
