/** An exchange's own page, the part of other pages that offers the swap of chairs, and both answers to it. */
@NullMarked
package org.threeshift.web.exchange;

import org.jspecify.annotations.NullMarked;
