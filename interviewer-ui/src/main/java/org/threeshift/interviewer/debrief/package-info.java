/** The debrief on an interviewer's screen: the widest gaps one by one, and the joint sentence. */
@NullMarked
package org.threeshift.interviewer.debrief;

import org.jspecify.annotations.NullMarked;
