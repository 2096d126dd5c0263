package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.overdue.OverdueClock;

/** Applies the clock's rule to evenings and interviews planned by hand: whoever waits in vain waits half a minute longer at most. */
@Configuration(proxyBeanMethods = false)
class OverdueJob {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    Recurring overdueRound(OverdueClock clock) {
        return new Recurring("overdue", new Recurring.Pausing(PAUSE), clock::round);
    }
}
