package org.threeshift.core.pairs;

import java.time.Duration;

/** How long somebody waited, and whether it was for a partner. */
record PastWait(Duration length, boolean paired) {}
