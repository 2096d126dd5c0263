package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendances;

/**
 * Finds what people are to be told of interviews: what happened, by the log; what is about to come; who is waited for; how the week
 * was. Read again, by whichever node, it finds the same, and the keys see to it that each is one notice.
 */
@Service
public class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final String HAPPENED = "log";
    private static final String WEEK_OF = "week:";

    /**
     * What happened is read again for so long: a clock of another node may be behind ours, and what was written before may be
     * committed after.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final PostgresNews store;
    private final Notices notices;
    private final Attendances attendances;
    private final Outage outage;
    private final TransactionOperations transactions;
    private final InstantSource time;

    News(
            PostgresNews store,
            Notices notices,
            Attendances attendances,
            Outage outage,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.notices = notices;
        this.attendances = attendances;
        this.outage = outage;
        this.transactions = transactions;
        this.time = time;
    }

    /** Each part for itself: a mistake of ours in one is thrown when the others are done. */
    public void round() {
        Optional<RuntimeException> mistake = Stream.<Runnable>of(
                        this::happened, this::reminders, this::waitedFor, this::weeks)
                .map(this::tried)
                .flatMap(Optional::stream)
                .reduce(News::both);
        if (mistake.isPresent()) {
            throw mistake.get();
        }
    }

    private Optional<RuntimeException> tried(Runnable part) {
        try {
            part.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            if (outage.causes(e)) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    private static RuntimeException both(RuntimeException first, RuntimeException second) {
        first.addSuppressed(second);
        return first;
    }

    /** One of which nothing can be said is logged and left, and read again with the next round as long as it is read at all. */
    private <T> void post(T one, Function<T, Optional<Notice>> notice) {
        Optional<Notice> said;
        try {
            said = notice.apply(one);
        } catch (RuntimeException e) {
            LOG.error("Nothing could be said of {}", one.getClass().getSimpleName(), e);
            return;
        }
        said.ifPresent(notices::post);
    }

    /** Begins with what happens from now on where nobody has read before. */
    private void happened() {
        transactions.executeWithoutResult(_ -> {
            Instant now = time.instant();
            Instant read = store.cursor(HAPPENED).orElse(now);
            Instant oldest = now.minus(Notice.NEWS);
            Instant after = read.isBefore(oldest) ? oldest : read;
            store.happened(after.minus(OVERLAP), now).forEach(happening -> post(happening, Happening::notice));
            store.keep(HAPPENED, now);
        });
    }

    private void reminders() {
        transactions.executeWithoutResult(_ -> {
            Instant now = time.instant();
            store.ahead("tomorrow", now, now.plus(Ahead.AT_MOST))
                    .forEach(one -> post(
                            one,
                            ahead -> ahead.tomorrow()
                                    .filter(notice -> notice.until().isAfter(now))));
            store.ahead("ten-minutes", now, now.plus(Ahead.TEN_MINUTES)).forEach(one -> post(one, Ahead::inTenMinutes));
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
                        store.sums(week).forEach(one -> post(one, sum -> Optional.of(week.summary(sum, now))));
                        store.keep(WEEK_OF + zone.getId(), now);
                    }));
        }
    }
}
