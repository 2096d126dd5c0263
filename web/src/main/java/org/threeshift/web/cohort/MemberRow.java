package org.threeshift.web.cohort;

import java.util.Optional;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Standing;

/**
 * Somebody who is, or was, in a cohort.
 *
 * @param scorecards how many the coach may see
 * @param standing   by the newest of them
 */
public record MemberRow(Membership membership, Person person, int scorecards, Optional<Standing> standing) {}
