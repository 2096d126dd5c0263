package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;

/**
 * Finds what people are to be told of interviews: what happened, by the log; what is about to come; who is waited for; how the week
 * was. Read again, by whichever node, it finds the same, and the keys see to it that each is one notice.
 */
@Service
public class News {
    private static final String LOG = "log";
    private static final String WEEK_OF = "week:";

    /**
     * What happened is read again for so long: a clock of another node may be behind ours, and what was written before may be
     * committed after.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final PostgresNews store;
    private final Notices notices;
    private final Attendances attendances;
    private final TransactionOperations transactions;
    private final InstantSource time;

    News(
            PostgresNews store,
            Notices notices,
            Attendances attendances,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.notices = notices;
        this.attendances = attendances;
        this.transactions = transactions;
        this.time = time;
    }

    public void round() {
        happened();
        reminders();
        waitedFor();
        weeks();
    }

    /** Begins with what happens from now on where nobody has read before. */
    private void happened() {
        transactions.executeWithoutResult(_ -> {
            Instant now = time.instant();
            Instant read = store.cursor(LOG).orElse(now);
            Instant oldest = now.minus(Notice.NEWS);
            Instant after = read.isBefore(oldest) ? oldest : read;
            store.happened(after.minus(OVERLAP), now)
                    .forEach(happening -> happening.notice().ifPresent(notices::post));
            store.keep(LOG, now);
        });
    }

    private void reminders() {
        transactions.executeWithoutResult(_ -> {
            Instant now = time.instant();
            store.ahead("tomorrow", now, now.plus(Ahead.AT_MOST))
                    .forEach(ahead -> ahead.tomorrow()
                            .filter(notice -> notice.until().isAfter(now))
                            .ifPresent(notices::post));
            store.ahead("ten-minutes", now, now.plus(Ahead.TEN_MINUTES))
                    .forEach(ahead -> ahead.inTenMinutes().ifPresent(notices::post));
        });
    }

    private void waitedFor() {
        Instant now = time.instant();
        Map<InterviewId, List<Late>> late = store.late(now.minus(Late.AT_MOST), now).stream()
                .collect(Collectors.groupingBy(one -> one.setting().interview()));
        if (late.isEmpty()) {
            return;
        }
        Map<InterviewId, List<Attendance>> here = attendances.of(late.keySet());
        transactions.executeWithoutResult(_ ->
                late.forEach((interview, all) -> Late.waitedFor(all, here.getOrDefault(interview, List.of()), now)
                        .forEach(notices::post)));
    }

    private void weeks() {
        Instant now = time.instant();
        for (ZoneId zone : store.zones()) {
            Week.due(now, zone)
                    .filter(week -> store.cursor(WEEK_OF + zone.getId())
                            .filter(read -> !read.isBefore(week.start()))
                            .isEmpty())
                    .ifPresent(week -> transactions.executeWithoutResult(_ -> {
                        store.sums(week).forEach(sum -> notices.post(week.summary(sum, now)));
                        store.keep(WEEK_OF + zone.getId(), now);
                    }));
        }
    }
}
