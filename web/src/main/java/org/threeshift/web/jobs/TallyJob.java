package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.interview.TallyRepair;

/** Counts interviews up that were published before anybody counted, or by an earlier method. Nearly always there is none. */
@Configuration(proxyBeanMethods = false)
class TallyJob {
    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Bean
    Recurring missedTallies(TallyRepair repair) {
        return new Recurring("tallies", new Recurring.Pausing(PAUSE), repair::repair);
    }
}
