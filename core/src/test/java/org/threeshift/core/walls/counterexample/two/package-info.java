/** Half of a package cycle. */
@NullMarked
package org.threeshift.core.walls.counterexample.two;

import org.jspecify.annotations.NullMarked;
