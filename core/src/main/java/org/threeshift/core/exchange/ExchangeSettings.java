package org.threeshift.core.exchange;

import java.util.Collection;
import java.util.Map;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Says of what exchanges are part, where something else comes after them. A feature that holds several in a row makes a bean of it. */
@FunctionalInterface
public interface ExchangeSettings {
    /** By the ids of first halves; nothing for those that stand alone. The same few queries, however many. */
    Map<InterviewId, Setting> of(Collection<InterviewId> firstHalves, PersonId reader);
}
