package org.threeshift.core.notice;

/** By which way somebody is told. Names are stored, so that none is ever changed. */
public enum Channel {
    /** On the page “Messages” and by the number at the bell. */
    IN_APP,
    EMAIL,
    /** By the browser, on devices on which the person allowed it. */
    PUSH
}
