package org.threeshift.core.interview.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.people.PersonId;

/** One event on top of a state: what each part of the state becomes. An event that its state cannot have seen is a bug. */
record Step(Interview before, Recorded recorded) {

    Known known() {
        return switch (before) {
            case Known known -> known;
            case Interview.Unscheduled _ -> throw impossible();
        };
    }

    Held held() {
        return switch (before) {
            case Held held -> held;
            case Interview.Scheduled _, Interview.Cancelled _, Interview.Unscheduled _ -> throw impossible();
        };
    }

    Interview onSeats(UnaryOperator<Seats> change) {
        return onSetup(setup -> setup.with(change.apply(setup.seats())));
    }

    /** A published or cancelled interview keeps the people whom it had. */
    Interview onSetup(UnaryOperator<Setup> change) {
        return switch (known()) {
            case Interview.Scheduled now -> new Interview.Scheduled(change.apply(now.setup()), now.here());
            case Live now -> new Live(change.apply(now.setup()), now.course(), now.sheets(), now.selfScore());
            case Debriefing now ->
                new Debriefing(
                        change.apply(now.setup()),
                        now.course(),
                        now.sheets(),
                        now.selfScore(),
                        now.finishedAt(),
                        now.scoringClosed());
            case Interview.Published now -> now;
            case Interview.Cancelled now -> now;
        };
    }

    Interview onCourse(UnaryOperator<Course> change) {
        Held held = held();
        return with(held, change.apply(held.course()), held.sheets(), held.selfScore());
    }

    /** The actor's own sheet, and no other. */
    Interview onSheet(UnaryOperator<Sheet> change) {
        return onBoth(UnaryOperator.identity(), change);
    }

    Interview onBoth(UnaryOperator<Course> course, UnaryOperator<Sheet> sheet) {
        Held held = held();
        PersonId actor = recorded.actor();
        var sheets = new LinkedHashMap<>(held.sheets());
        sheets.put(actor, sheet.apply(held.sheet(actor)));
        return with(held, course.apply(held.course()), Map.copyOf(sheets), held.selfScore());
    }

    Interview scoredBySelf(SelfScore score) {
        Held held = held();
        return with(held, held.course(), held.sheets(), Optional.of(score));
    }

    Interview onDebrief(UnaryOperator<Debrief> change) {
        if (before instanceof Interview.Published now) {
            return now.with(change.apply(now.debrief().orElseThrow(this::impossible)));
        }
        throw impossible();
    }

    static Held with(Held held, Course course, Map<PersonId, Sheet> sheets, Optional<SelfScore> selfScore) {
        return switch (held) {
            case Live now -> new Live(now.setup(), course, sheets, selfScore);
            case Debriefing now ->
                new Debriefing(now.setup(), course, sheets, selfScore, now.finishedAt(), now.scoringClosed());
            case Interview.Published now ->
                new Interview.Published(
                        now.setup(), course, sheets, selfScore, now.finishedAt(), now.publishedAt(), now.debrief());
        };
    }

    IllegalStateException impossible() {
        return new IllegalStateException("Event " + recorded.seq() + " of interview " + recorded.interview() + " ("
                + recorded.event().getClass().getSimpleName() + ") cannot follow state "
                + before.getClass().getSimpleName());
    }
}
