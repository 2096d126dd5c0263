package org.threeshift.web.candidate;

import org.threeshift.core.coachnotes.CoachNote;

/** A note that another coach shares. */
public record SharedNote(CoachNote note, String author) {}
