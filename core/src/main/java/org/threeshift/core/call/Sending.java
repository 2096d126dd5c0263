package org.threeshift.core.call;

/** What became of signals that a page sent. */
public sealed interface Sending {
    /** Every signal waits for its receiver, or its receiver has left; either way the sender's lease runs on. */
    record Sent() implements Sending {}

    /** Not everything was sent: too much in a short time, or more than a receiver takes in. Waiting helps. */
    record TooMany() implements Sending {}

    /** Nothing was sent: a body is empty or longer than {@link Signal#BYTES}. */
    record TooLong() implements Sending {}

    /** Nothing was sent: the page is not in the call. */
    record Out(Gone why) implements Sending {}
}
