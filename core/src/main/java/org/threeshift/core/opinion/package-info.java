/** Second opinions: a coach scores a published interview once more from its evidence, without knowing what others gave. */
@NullMarked
package org.threeshift.core.opinion;

import org.jspecify.annotations.NullMarked;
