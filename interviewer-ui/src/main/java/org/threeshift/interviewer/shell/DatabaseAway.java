package org.threeshift.interviewer.shell;

/** The database is away, so that a screen cannot open now. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseAway() {
        super("The database is away");
    }
}
