/** Tests of what all screens share, and of the walls around them. */
@NullMarked
package org.threeshift.interviewer.shell;

import org.jspecify.annotations.NullMarked;
