package org.threeshift.core.interview;

import java.util.concurrent.CountDownLatch;
import org.springframework.dao.DataAccessResourceFailureException;

/** A line to the database as it can be in real life. */
public final class Line {
    private volatile State state = State.STANDS;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    private enum State {
        STANDS,
        CUT,
        ANSWER_LOST,
        WRONG,
        BROKEN
    }

    /** Nothing is reached, and that is known at once. */
    public void cut() {
        state = State.CUT;
    }

    /** Nothing is reached, and nothing is known: calls wait until {@link #mend}. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    /** The next thing is committed, but the line is cut before its sender learns that. */
    public void loseAnswer() {
        state = State.ANSWER_LOST;
    }

    /** The program makes a mistake. */
    public void err() {
        state = State.WRONG;
    }

    /** The machine fails in the middle of the program. */
    public void breakDown() {
        state = State.BROKEN;
    }

    public void mend() {
        state = State.STANDS;
        hanging.countDown();
    }

    void reach() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        switch (state) {
            case CUT -> throw new DataAccessResourceFailureException("The line is cut");
            case BROKEN -> throw new OutOfMemoryError("A machine that fails");
            case WRONG -> throw new IllegalStateException("A mistake");
            case STANDS, ANSWER_LOST -> {}
        }
    }

    void answer() {
        if (state == State.ANSWER_LOST) {
            state = State.CUT;
            throw new DataAccessResourceFailureException("The line was cut before the answer");
        }
    }
}
