package org.threeshift.web.openid;

/** A provider does not answer, or not as one does. */
final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Away(String what) {
        super(what);
    }

    Away(String what, Throwable cause) {
        super(what, cause);
    }
}
