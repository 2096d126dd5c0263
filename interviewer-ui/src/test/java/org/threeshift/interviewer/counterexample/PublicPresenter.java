package org.threeshift.interviewer.counterexample;

/** A presenter that everybody can reach. */
public final class PublicPresenter {}
