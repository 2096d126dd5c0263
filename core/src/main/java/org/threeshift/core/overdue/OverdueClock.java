package org.threeshift.core.overdue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Arrivals;
import org.threeshift.core.reliability.Commitments;

/**
 * Keeps watch over all interviews whose time has come, and ends those to which one side did not come, ten minutes after their time, and
 * those to which nobody came, at the latest an hour after it, where pairs and bookings do not do so themselves. Each is a transaction of its own, so that any number of nodes may be at it. What came
 * while the installation was down counts for nobody.
 */
@Service
public class OverdueClock {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueClock.class);
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.overdue.words", Locale.ENGLISH);

    private final PostgresOverdue store;
    private final Arrivals arrivals;
    private final Interviews interviews;
    private final Hosting hosting;
    private final Commitments commitments;
    private final Notices notices;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    OverdueClock(
            PostgresOverdue store,
            Arrivals arrivals,
            Interviews interviews,
            Hosting hosting,
            Commitments commitments,
            Notices notices,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.arrivals = arrivals;
        this.interviews = interviews;
        this.hosting = hosting;
        this.commitments = commitments;
        this.notices = notices;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** One round of it. */
    public void round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        arrivals.watch();
        for (Overdue one : store.startedBy(now.minus(Limits.NO_SHOW_AFTER))) {
            try {
                transactions.executeWithoutResult(_ -> judge(one, now));
            } catch (org.springframework.dao.NonTransientDataAccessException | IllegalStateException e) {
                LOG.error("Interview {} is looked at again in the next round", one.interview(), e);
            }
        }
    }

    private void judge(Overdue one, Instant now) {
        Set<PersonId> came = arrivals.came(one.interview());
        if (!(end(one, came, now) instanceof Outcome.Done)) {
            return;
        }
        if (!one.binding()) {
            return;
        }
        for (PersonId person : one.members()) {
            if (came.contains(person)) {
                commitments.kept(person, one.interview().value(), one.startsAt());
                tell(one, person, now);
            } else {
                commitments.noShow(person, one.interview().value(), one.startsAt());
            }
        }
    }

    /**
     * To what people have planned by hand nobody may have come because they said so to each other: for an hour that stays theirs to move.
     * A candidate without an account, or none at all, cannot be missing by the clock, and what was agreed on a moment before binds nobody:
     * whoever came may wait on.
     *
     * @return refused where somebody has come after all
     */
    private Outcome end(Overdue one, Set<PersonId> came, Instant now) {
        boolean candidate = one.anybody(true, came);
        boolean interviewer = one.anybody(false, came);
        By clock = By.installation(now);
        boolean evening = one.evening().isPresent() && one.binding();
        if (!candidate && !interviewer && (evening || one.givenUp(now))) {
            String nobodyCame = WORDS.getString(evening ? "nobody-came" : "given-up");
            return hosting.callOffAsAgreed(one.interview(), ids.next(), clock, nobodyCame);
        }
        if (!one.binding() || candidate == interviewer || (interviewer && !one.candidateIsMember())) {
            return new Outcome.Refused(Refusal.of(Refusal.Code.NOT_ABSENT));
        }
        var absent = new Command.ReportNoShow(candidate ? Absent.INTERVIEWER : Absent.CANDIDATE);
        return interviews.send(one.interview(), new Sent(ids.next(), clock, absent));
    }

    /** What makes sense for whoever waited: their next meeting, the waiting room, or planning another hour. */
    private void tell(Overdue one, PersonId waited, Instant now) {
        String other = waited.equals(one.host())
                ? one.candidate().orElse(waited).toString()
                : one.host().toString();
        String link = one.evening()
                .map(evening -> "/evenings/" + evening)
                .orElse(one.peer() ? "/practice/now" : "/interviews/" + one.interview());
        String reason = WORDS.getString(
                one.evening().isPresent() ? "missing.evening" : one.peer() ? "missing.peer" : "missing.other");
        notices.post(new Notice(
                "not-held:" + one.interview(),
                Kind.CANCELLED,
                waited,
                Map.of(
                        "other",
                        other,
                        "round",
                        one.round(),
                        "at",
                        one.startsAt().toString(),
                        "reason",
                        reason),
                Optional.empty(),
                link,
                now,
                now.plus(Duration.ofDays(1))));
    }
}
