/** Reminds interviewers of sheets that they owe: on screen at once, by a message after an hour and a day, and then their coach. */
@NullMarked
package org.threeshift.core.nudge;

import org.jspecify.annotations.NullMarked;
