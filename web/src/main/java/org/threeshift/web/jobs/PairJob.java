package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.threeshift.core.pairs.PairRounds;
import org.threeshift.core.pairs.PairsMoved;

/** Sees to pairs: whoever waits for the clock waits half a minute more at most. */
@Configuration(proxyBeanMethods = false)
class PairJob {
    private static final String NAME = "pairs";
    private static final Duration ROUND_EVERY = Duration.ofSeconds(30);

    @Bean
    Recurring pairRound(PairRounds rounds) {
        return new Recurring(NAME, new Recurring.Pausing(ROUND_EVERY), rounds::round);
    }

    /** What somebody has left for the job is not left until its next round. */
    @Component
    static class Soon {
        private final Jobs jobs;

        Soon(Jobs jobs) {
            this.jobs = jobs;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
        void moved(PairsMoved moved) {
            jobs.soon(NAME);
        }
    }
}
