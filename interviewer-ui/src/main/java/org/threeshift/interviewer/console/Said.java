package org.threeshift.interviewer.console;

/** A sentence for the person, beside the place where they did something. */
record Said(Place place, String sentence) {}
