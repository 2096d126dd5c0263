package org.threeshift.interviewer.console;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.PersonId;

/** The exchange of which an interview is a half, asked for no more often than it can have changed: a level is never kept waiting. */
final class OfExchange {
    private final ConsoleServices services;
    private final PersonId person;
    private volatile @Nullable Known known;

    /** What the last question was answered with. */
    private record Known(Optional<ExchangeView> exchange) {}

    OfExchange(ConsoleServices services, PersonId person) {
        this.services = services;
        this.person = person;
    }

    Optional<ExchangeView> of(InterviewerView view) {
        if (view.setup().kind() != Kind.PEER) {
            return Optional.empty();
        }
        Known before = known;
        if (before != null && cannotHaveChanged(before.exchange(), view)) {
            return before.exchange();
        }
        Known now = new Known(services.exchanges().of(view.id(), person));
        known = now;
        return now.exchange();
    }

    /** An interview never joins an exchange later, and nobody swaps while it runs within its time. */
    private boolean cannotHaveChanged(Optional<ExchangeView> before, InterviewerView view) {
        return before.map(exchange -> exchange.isFirst(view.id()) ? Optional.of(exchange.first()) : exchange.second())
                .map(half -> half.filter(own -> own.phase() == Phase.LIVE).isPresent() && withinTime(view))
                .orElse(true);
    }

    private boolean withinTime(InterviewerView view) {
        Duration spent = view.course()
                .map(Course::clock)
                .map(clock -> clock.at(services.time().instant()))
                .orElse(Duration.ZERO);
        return view.phase() == Phase.LIVE
                && spent.compareTo(Duration.ofMinutes(view.setup().agenda().minutes())) < 0;
    }
}
