package org.threeshift.core.call;

/**
 * What one browser tells another so that they find a way to each other: a session description or a candidate address. Only
 * the browsers read it.
 *
 * @param number counts from 1 for each receiver, without gaps
 */
public record Signal(long number, ConnectionId from, String body) {
    /** Most bytes of a body: twice the longest session description seen with two of everything. */
    public static final int BYTES = 32_768;
}
