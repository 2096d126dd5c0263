/** One of two packages with beans of one name. */
@NullMarked
package threeshift.counterexample.one;

import org.jspecify.annotations.NullMarked;
