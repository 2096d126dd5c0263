/** The walls between packages, and for each of them a committed counter-example that it rejects. */
@NullMarked
package org.threeshift.core.walls;

import org.jspecify.annotations.NullMarked;
