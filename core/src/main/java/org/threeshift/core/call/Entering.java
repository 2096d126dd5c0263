package org.threeshift.core.call;

/** What became of a wish to come into a call. */
public sealed interface Entering {
    /** In: others see it, and a page of the same person that was in before is out. */
    record In(ConnectionId connection) implements Entering {}

    /** Four others are in, or the places that are left are kept for the candidate and the lead. */
    record Full() implements Entering {}

    /** The interview has no call any more. */
    record Closed() implements Entering {}

    /** The host lets it meet at a link of their own. */
    record Moved() implements Entering {}

    /** There is no such interview, or the person has no part in its call: the two look the same. */
    record NotThere() implements Entering {}
}
