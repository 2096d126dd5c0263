/** Tests of the call's words. */
@NullMarked
package org.threeshift.interviewer.call;

import org.jspecify.annotations.NullMarked;
