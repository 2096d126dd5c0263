package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Arrivals;
import org.threeshift.core.reliability.Commitments;

/**
 * Ends booked sessions to which somebody did not come, ten minutes after their time, and leads the one who waited to another hour. Each
 * is a transaction of its own, so that any number of nodes may be at it. What came while the installation was down counts for nobody.
 */
@Service
public class BookingClock {
    private static final Logger LOG = LoggerFactory.getLogger(BookingClock.class);
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.booking.words", java.util.Locale.ENGLISH);

    private final PostgresBookings store;
    private final Appointments appointments;
    private final Arrivals arrivals;
    private final Hosting hosting;
    private final Interviews interviews;
    private final InterviewStates states;
    private final Commitments commitments;
    private final Notices notices;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    BookingClock(
            PostgresBookings store,
            Appointments appointments,
            Arrivals arrivals,
            Hosting hosting,
            Interviews interviews,
            InterviewStates states,
            Commitments commitments,
            Notices notices,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.appointments = appointments;
        this.arrivals = arrivals;
        this.hosting = hosting;
        this.interviews = interviews;
        this.states = states;
        this.commitments = commitments;
        this.notices = notices;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** One round of it. */
    public void round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Instant late = now.minus(Limits.NO_SHOW_AFTER);
        store.watch(now, late);
        for (InterviewId id : store.toJudge(late)) {
            try {
                transactions.executeWithoutResult(_ -> judge(id, now));
            } catch (org.springframework.dao.NonTransientDataAccessException | IllegalStateException e) {
                LOG.error("The booking of interview {} is looked at again in the next round", id, e);
            }
        }
    }

    private void judge(InterviewId id, Instant now) {
        appointments.hold(id);
        // As it stands now that nobody else changes it.
        Optional<Booking> found = store.find(id)
                .filter(booking -> booking.phase() == Phase.SCHEDULED
                        && !booking.startsAt().plus(Limits.NO_SHOW_AFTER).isAfter(now));
        found.ifPresent(booking -> judge(booking, arrivals.came(id), now));
    }

    private void judge(Booking booking, Set<PersonId> came, Instant now) {
        List<PersonId> missing = List.of(booking.coach(), booking.candidate()).stream()
                .filter(person -> !came.contains(person))
                .toList();
        if (missing.isEmpty() || !ended(booking, missing, now)) {
            return;
        }
        for (PersonId person : List.of(booking.coach(), booking.candidate())) {
            if (missing.contains(person)) {
                commitments.noShow(person, booking.interview().value(), booking.startsAt());
            } else {
                commitments.kept(person, booking.interview().value(), booking.startsAt());
                tell(booking, person, now);
            }
        }
    }

    /** @return false where somebody has come after all, or it is somebody else's to hold by now */
    private boolean ended(Booking booking, List<PersonId> missing, Instant now) {
        boolean theirs = states.find(booking.interview())
                .filter(Interview.Scheduled.class::isInstance)
                .filter(known -> known.setup().host().equals(booking.coach()))
                .isPresent();
        return theirs
                && end(booking.interview(), missing, booking.coach(), By.installation(now)) instanceof Outcome.Done;
    }

    /** Nobody in particular says so. */
    private Outcome end(InterviewId interview, List<PersonId> missing, PersonId coach, By clock) {
        if (missing.size() == 2) {
            return hosting.callOffAsAgreed(interview, ids.next(), clock, WORDS.getString("nobody-came"));
        }
        var absent = missing.contains(coach) ? Absent.INTERVIEWER : Absent.CANDIDATE;
        return interviews.send(interview, new Sent(ids.next(), clock, new Command.ReportNoShow(absent)));
    }

    /** The one who waited. To a candidate the message is the way to another hour. */
    private void tell(Booking booking, PersonId waited, Instant now) {
        boolean candidate = waited.equals(booking.candidate());
        String link = candidate
                ? booking.page()
                        .map(on -> "/book/" + on.slug() + "/" + on.kind())
                        .orElse("/bookings")
                : "/bookings/" + booking.interview();
        notices.post(new Notice(
                "not-held:" + booking.interview(),
                Kind.CANCELLED,
                waited,
                Map.of(
                        "other", (candidate ? booking.coach() : booking.candidate()).toString(),
                        "round", booking.kindName(),
                        "at", booking.startsAt().toString(),
                        "reason", WORDS.getString(candidate ? "coach-missing" : "candidate-missing")),
                Optional.empty(),
                link,
                now,
                now.plus(Duration.ofDays(1))));
    }
}
