package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/**
 * One time that members are put together.
 *
 * @param askedBy the admin who asked for it; absent for the weekly one
 * @param week    in which the hours of its pairs lie
 * @param ranAt   absent while it is yet to be held
 */
record Draw(
        DrawId id,
        Instant dueAt,
        Optional<PersonId> askedBy,
        Span week,
        Optional<Instant> ranAt,
        int members,
        int pairs) {}
