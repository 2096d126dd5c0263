package org.threeshift.core.call;

/** Why a page is not in a call. */
public enum Gone {
    /** Another page of the same person came in. */
    ELSEWHERE,
    /** It was silent for too long, or has left, or the server has forgotten its calls: it may enter again. */
    LAPSED,
    /** The interview has no call any more. */
    CLOSED,
    /** The host lets it meet at a link of their own. */
    MOVED,
    /** To this person there is no such call. */
    NOT_THERE
}
