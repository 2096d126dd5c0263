/** One thing that the build must judge. */
@NullMarked
package gate;

import org.jspecify.annotations.NullMarked;
