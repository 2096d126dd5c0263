package org.threeshift.core.notice;

import org.threeshift.core.people.Person;

/** Brings notices to people by one channel. A channel makes a bean of it. */
public interface Sender {
    Channel channel();

    /** Whether somebody can be told this way: has an address, or a device. */
    boolean reaches(Person person);

    /**
     * Hands the notice over, in the transaction that keeps that it was told: by a row of a table, from which whoever carries it
     * away does so afterwards. Called once for each notice, and again only if that transaction came to nothing.
     */
    void send(Dispatch dispatch);
}
