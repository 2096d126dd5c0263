package org.threeshift.core.interview;

/** Something that keeps in memory what it has read, and can let go of it: it is read again when it is asked for. */
public interface Forgetful {
    void forget();
}
