package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.nudge.Nudges;

/** Reminds of sheets. After an hour or a day, some minutes more make no difference. */
@Configuration(proxyBeanMethods = false)
class NudgeJob {
    private static final Duration ROUND_EVERY = Duration.ofMinutes(5);

    @Bean
    Recurring nudgeRound(Nudges nudges) {
        return new Recurring("nudges", new Recurring.Pausing(ROUND_EVERY), nudges::round);
    }
}
