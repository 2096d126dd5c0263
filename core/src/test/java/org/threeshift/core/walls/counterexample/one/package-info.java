/** Half of a package cycle. */
@NullMarked
package org.threeshift.core.walls.counterexample.one;

import org.jspecify.annotations.NullMarked;
