package org.threeshift.web.cohort;

import org.threeshift.core.coachnotes.CoachNote;

/** A note that a coach shares with the candidate. */
public record SharedWithMe(CoachNote note, String author) {}
