package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.evening.EveningUpkeep;

/** Takes whoever left a cohort off its evenings, within a minute. */
@Configuration(proxyBeanMethods = false)
class EveningJob {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    Recurring eveningRound(EveningUpkeep evenings) {
        return new Recurring("evenings", new Recurring.Pausing(PAUSE), evenings::round);
    }
}
