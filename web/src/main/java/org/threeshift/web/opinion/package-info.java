/** The pages of second opinions: the blind sheet, and both side by side. */
@NullMarked
package org.threeshift.web.opinion;

import org.jspecify.annotations.NullMarked;
