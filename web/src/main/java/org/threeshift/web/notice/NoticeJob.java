package org.threeshift.web.notice;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    Recurring noticeRound(News news, Delivery delivery) {
        return new Recurring(JOB, new Recurring.Pausing(ROUND_EVERY), () -> {
            news.round();
            delivery.round();
        });
    }
}
