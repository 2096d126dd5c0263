/** Whose time is taken by what: nobody is ever in two places at once, whichever feature asked. */
@NullMarked
package org.threeshift.core.appointment;

import org.jspecify.annotations.NullMarked;
