/** Tests of the console, without a browser. */
@NullMarked
package org.threeshift.interviewer.console;

import org.jspecify.annotations.NullMarked;
