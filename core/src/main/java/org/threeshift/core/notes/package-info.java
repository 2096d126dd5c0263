/** A candidate's private notes during an interview: theirs alone, whatever becomes of the interview. */
@NullMarked
package org.threeshift.core.notes;

import org.jspecify.annotations.NullMarked;
