package org.threeshift.web.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.invitee.MailedInvitees;
import org.threeshift.core.notice.Delivery;
import org.threeshift.core.notice.News;
import org.threeshift.web.jobs.Recurring;

/** Finds what people are to be told, and tells it. What is posted meanwhile does not wait for it, see {@link NoticeBell}. */
@Configuration(proxyBeanMethods = false)
class NoticeJob {
    static final String JOB = "notices";

    /** Somebody waits in a room, or is reminded ten minutes before: seconds do not matter, minutes do. */
    private static final Duration ROUND_EVERY = Duration.ofSeconds(20);

    @Bean
    Recurring noticeRound(News news, MailedInvitees invitees, Delivery delivery) {
        return new Recurring(
                JOB,
                new Recurring.Pausing(ROUND_EVERY),
                () -> each(
                        // What was found is told, whatever else could not be found.
                        List.of(news::round, invitees::round, delivery::round)));
    }

    /** One after the other, whatever becomes of those before; then fails as the first that failed. */
    static void each(List<Runnable> rounds) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable round : rounds) {
            try {
                round.run();
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
