package org.threeshift.core.notice;

/** Where notices are posted. Posting belongs to the caller's transaction: what is rolled back was never posted. */
public interface Notices {
    /**
     * Keeps the notice until it is due, and tells it then by the ways that its person chose. Does nothing when one of its key was
     * posted to that person before. Guests, who have no page and no address, are told nothing.
     */
    void post(Notice notice);

    /** What was posted under a key, to whomever, and was not told yet, is not told any more. What was told stays. */
    void withdraw(String key);
}
