package org.threeshift.core.export;

import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecard;

/** Prints scorecards as PDF. Without one an export holds them as pages and as JSON alone. */
@FunctionalInterface
public interface ScorecardPrinter {
    /** The scorecard as its candidate sees it, as the bytes of a PDF. */
    byte[] pdf(Scorecard scorecard, Person candidate);
}
