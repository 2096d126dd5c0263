package org.threeshift.core.mail;

/** Where messages are posted. Posting belongs to the caller's transaction: what is rolled back was never posted. */
@FunctionalInterface
public interface Mails {
    /** Keeps the message until it can be sent. Does nothing when one of its key was posted before. */
    void post(Mail mail);
}
