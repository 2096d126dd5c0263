/** One of two packages with beans of one name, and one with a name of Spring Boot. */
@NullMarked
package threeshift.counterexample.one;

import org.jspecify.annotations.NullMarked;
