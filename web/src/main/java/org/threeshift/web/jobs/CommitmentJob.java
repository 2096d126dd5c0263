package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.reliability.Commitments;

/** Counts who came to interviews and who did not, by the clock. */
@Configuration(proxyBeanMethods = false)
class CommitmentJob {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Bean
    Recurring settledCommitments(Commitments commitments) {
        return new Recurring("commitments", new Recurring.Pausing(PAUSE), commitments::settle);
    }
}
