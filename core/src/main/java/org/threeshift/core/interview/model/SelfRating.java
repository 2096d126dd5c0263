package org.threeshift.core.interview.model;

import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** The candidate's own level for one shift of one question. */
public record SelfRating(String questionId, Shift shift, Level level) {}
