/** The next thing that somebody has to do, whichever feature it comes from. */
@NullMarked
package org.threeshift.web.next;

import org.jspecify.annotations.NullMarked;
