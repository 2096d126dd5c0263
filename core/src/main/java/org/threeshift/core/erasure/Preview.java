package org.threeshift.core.erasure;

/**
 * What an erasure would take, counted. Not so coaches' private notes: whoever reads it may be whom they are about.
 *
 * @param asCandidate    interviews in which they were the candidate: everybody's words in them go
 * @param asInterviewer  interviews in which they scored: their words go, their levels stay
 * @param planned        interviews that they host and that have not begun: they are called off
 * @param notes          own notes and drafts
 * @param shares         links to scorecards, dead ones too
 * @param feedback       cards that they gave or got
 */
public record Preview(int asCandidate, int asInterviewer, int planned, int notes, int shares, int feedback) {}
