package org.threeshift.core.nudge;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * A sheet that is owed, as somebody sees it who may know.
 *
 * @param since    when the interview ended
 * @param reminded when a reminder last went to the interviewer; absent when none did
 * @param told     when whoever looks after the interview was told; absent when nobody was
 */
public record OpenSheet(PersonId interviewer, Instant since, Optional<Instant> reminded, Optional<Instant> told) {}
