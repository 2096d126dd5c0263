package org.threeshift.core.notes;

import java.time.Instant;

/** What became of a wish to keep a note in the making. */
public sealed interface Drafted {
    /** It is committed. */
    record Saved(Instant at) implements Drafted {}

    /** Nothing was changed: the same note was written on elsewhere since. */
    record Overtaken() implements Drafted {}

    /** Nothing was changed: the note was handed in meanwhile, perhaps from elsewhere. */
    record HandedIn() implements Drafted {}

    /** Nothing was changed: the sheet takes no more notes, because it was locked or left out meanwhile. */
    record Closed() implements Drafted {}

    /**
     * Nothing was changed: the person has no sheet here, the interview has no such question, the text is
     * too long, or {@link NoteDrafts#MOST} others lie there.
     */
    record Refused() implements Drafted {}
}
