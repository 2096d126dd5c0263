package org.threeshift.core.evening.plan;

/** What a plan can do wrong. */
enum Fault {
    IN_TWO_ROOMS,
    TWO_IN_ONE_ROOM,
    NO_SUCH_ROOM,
    NO_SUCH_SLOT,
    NOT_THERE,
    APART,
    BUSY,
    MET_AGAIN_TOO_SOON,
    ROOM_WASTED,
    CHAIRS_UNEVEN,
    SITTING_OUT_UNEVEN
}
