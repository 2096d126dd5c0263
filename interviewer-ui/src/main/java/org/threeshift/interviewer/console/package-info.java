/** The interviewer's console: one interview from the lobby to the published scorecard, by keyboard. */
@NullMarked
package org.threeshift.interviewer.console;

import org.jspecify.annotations.NullMarked;
