package org.threeshift.core.audit;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Reads the trail, the newest line first, one query a page. */
interface AuditStore {
    List<AuditLine> find(Search search, Optional<Place> after, int limit);

    /** Lines about the person or by them, without what somebody else did to a third. */
    List<AuditLine> about(PersonId person, Optional<Place> after, int limit);
}
