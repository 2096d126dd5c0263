/** Tells people what concerns them, in the application and by whatever else they chose: once, and only what still stands. */
@NullMarked
package org.threeshift.core.notice;

import org.jspecify.annotations.NullMarked;
