/** One of two packages with beans of one name. */
@NullMarked
package threeshift.counterexample.two;

import org.jspecify.annotations.NullMarked;
