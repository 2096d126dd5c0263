package org.threeshift.core.entry;

/** Told to the application when something was asked for that {@link EntryAnswers} answers. */
public record RequestNoted() {}
