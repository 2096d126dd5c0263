/** The pages of practice evenings, for the coaches who plan them and the members who come. */
@NullMarked
package org.threeshift.web.evening;

import org.jspecify.annotations.NullMarked;
