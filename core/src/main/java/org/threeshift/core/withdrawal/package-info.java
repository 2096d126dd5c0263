/** A candidate who cannot come says so in time, instead of staying away. */
@NullMarked
package org.threeshift.core.withdrawal;

import org.jspecify.annotations.NullMarked;
