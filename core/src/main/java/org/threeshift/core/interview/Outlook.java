package org.threeshift.core.interview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.threeshift.core.interview.Folds.Seen;
import org.threeshift.core.interview.model.Decide;
import org.threeshift.core.interview.model.Decision;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;

/**
 * What somebody at the console sees of an interview, and what it will look like once things that they have entered, and that are not
 * saved yet, are carried out. Asks nobody: it can be looked at while the database is away.
 */
public final class Outlook {
    private final InterviewId interview;
    private final PersonId viewer;
    private final Seen seen;
    private final Known state;
    private final Predicate<UUID> carriedOut;
    private final BiFunction<Long, Known, InterviewerView> views;
    private final InterviewerView view;

    /** @param carriedOut whether a command is in the log already, as far as this node knows */
    Outlook(
            InterviewId interview,
            PersonId viewer,
            Seen seen,
            Known state,
            Predicate<UUID> carriedOut,
            BiFunction<Long, Known, InterviewerView> views) {
        this.interview = interview;
        this.viewer = viewer;
        this.seen = seen;
        this.state = state;
        this.carriedOut = carriedOut;
        this.views = views;
        this.view = views.apply(seen.seq(), state);
    }

    /** As the log has it. */
    public InterviewerView view() {
        return view;
    }

    public InterviewId interview() {
        return interview;
    }

    /** Who sees this. */
    public PersonId viewer() {
        return viewer;
    }

    /** Whether a command, or the first of its events, is in the log already. */
    public boolean knows(UUID command) {
        return carriedOut.test(command);
    }

    /**
     * As it will be. What will be refused is left out, and so is whatever begins or ends something, locks the own sheet or
     * closes the scoring: only the log opens another's sheet.
     *
     * @param entered in the order in which it was entered
     */
    public InterviewerView with(List<Sent> entered) {
        Known foreseen = state;
        for (Sent one : entered) {
            if (!carriedOut.test(one.commandId())) {
                foreseen = next(foreseen, one).filter(this::opensNothing).orElse(foreseen);
            }
        }
        return foreseen.equals(state) ? view : views.apply(seen.seq(), foreseen);
    }

    private Optional<Known> next(Known before, Sent one) {
        if (!(Decide.decide(before, one.command(), one.by()) instanceof Decision.Accepted(var happened))) {
            return Optional.empty();
        }
        Known after = before;
        for (InterviewEvent event : happened) {
            var recorded = new Recorded(
                    interview,
                    seen.seq() + 1,
                    one.commandId(),
                    one.by().actor(),
                    one.by().at(),
                    event);
            if (!(Evolve.evolve(after, recorded) instanceof Known known)) {
                return Optional.empty();
            }
            after = known;
        }
        return Optional.of(after);
    }

    private boolean opensNothing(Known after) {
        return Phase.of(after) == Phase.of(state)
                && locked(after) == locked(state)
                && scoringClosed(after) == scoringClosed(state);
    }

    private static boolean scoringClosed(Known known) {
        return known instanceof Debriefing over && over.scoringClosed();
    }

    private boolean locked(Known known) {
        return known instanceof Held held && held.sheet(viewer).locked();
    }
}
