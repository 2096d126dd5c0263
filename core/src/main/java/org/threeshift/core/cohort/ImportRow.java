package org.threeshift.core.cohort;

import java.util.List;
import org.threeshift.core.cohort.Membership.About;

/**
 * One person of a table.
 *
 * @param line     where it begins in the text, from 1
 * @param email    as tidied
 * @param state    what will become of it
 * @param problems why nothing can
 */
public record ImportRow(long line, String email, About about, State state, List<ImportProblem> problems) {
    /** What a row will do. */
    public enum State {
        /** Is not in it and was not asked: will be, in the way that fits, which is none of the coach's business. */
        NEW,
        /** Is a member already: nothing will happen. */
        IN_ALREADY,
        /** Was asked and has not answered: nothing will happen. */
        ASKED_ALREADY,
        /** Cannot be taken as it is. */
        BAD
    }

    public ImportRow {
        problems = List.copyOf(problems);
    }

    ImportRow as(State known) {
        return new ImportRow(line, email, about, known, problems);
    }

    ImportRow refused(ImportProblem problem) {
        return new ImportRow(line, email, about, State.BAD, List.of(problem));
    }

    public boolean bad() {
        return state == State.BAD;
    }

    /** Whether importing sends an invitation. */
    public boolean sends() {
        return state == State.NEW;
    }
}
