package org.threeshift.core.interviewing;

import java.time.Instant;
import java.util.List;
import org.threeshift.core.interviewing.Compared.Given;
import org.threeshift.core.people.PersonId;

/** What is asked of the projections: one query each. */
interface InterviewingStore {

    /** @param since from when on an interview counts as recent */
    Interviewing.Held held(PersonId person, Instant since);

    /** One a shift, in the order of the shifts. */
    List<Interviewing.Spread> spread(PersonId person);

    /**
     * All levels that count of the last published interviews in which the person scored and somebody else did; none of those whose
     * candidate keeps the results.
     */
    List<Given> shared(PersonId person, int interviews);
}
