/** Interviews as the faces use them: sending commands, and the views that each person may have. */
@NullMarked
package org.threeshift.core.interview;

import org.jspecify.annotations.NullMarked;
