package org.threeshift.core.pairs;

/** Told to the application in the transaction that leaves work for the background job, so that it is done soon after the commit. */
public record PairsMoved() {}
