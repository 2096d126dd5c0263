package org.threeshift.interviewer.console;

import org.threeshift.core.interview.Outlook;

/** The interview at one moment, with the names of its people. */
record Look(Outlook outlook, Names names) {}
