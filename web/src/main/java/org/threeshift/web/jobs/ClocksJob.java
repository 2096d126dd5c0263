package org.threeshift.web.jobs;

import java.time.LocalTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threeshift.core.clocks.ChangedClocks;

/** Follows what countries do with their clocks: each night, and whenever a node begins, which may have brought a newer zone database. */
@Configuration(proxyBeanMethods = false)
class ClocksJob {
    private static final String NAME = "clocks";
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 47);

    @Bean
    Recurring changedClocksRound(ChangedClocks clocks) {
        return new Recurring(NAME, new Recurring.Daily(AT_NIGHT), clocks::round);
    }

    @Component
    static class AtTheStart {
        private final Jobs jobs;

        AtTheStart(Jobs jobs) {
            this.jobs = jobs;
        }

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            jobs.soon(NAME);
        }
    }
}
