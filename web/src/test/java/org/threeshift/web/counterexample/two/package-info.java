/** Half of a package cycle. */
@NullMarked
package org.threeshift.web.counterexample.two;

import org.jspecify.annotations.NullMarked;
