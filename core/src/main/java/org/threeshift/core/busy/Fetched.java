package org.threeshift.core.busy;

/** What came of asking for a calendar. */
sealed interface Fetched {
    /** @param text at most as long as {@link Fetcher} allows */
    record Text(String text) implements Fetched {}

    record Failed(Trouble trouble) implements Fetched {}
}
