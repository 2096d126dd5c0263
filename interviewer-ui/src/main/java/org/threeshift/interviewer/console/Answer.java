package org.threeshift.interviewer.console;

import java.time.Instant;
import java.util.Optional;

/** What became of something that was entered. */
sealed interface Answer {
    /** How the interview stands with it; absent for somebody who has no part in it any more. */
    Optional<Look> look();

    /** It is committed. */
    record Saved(Instant at, Optional<Look> look) implements Answer {}

    /** It was refused, for this reason. */
    record Refused(String sentence, Optional<Look> look) implements Answer {}
}
