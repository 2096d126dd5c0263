/** Half of a package cycle. */
@NullMarked
package org.threeshift.web.counterexample.one;

import org.jspecify.annotations.NullMarked;
