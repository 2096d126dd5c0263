package org.threeshift.web.jobs;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.retention.Retention;

/** Sweeps each night, when few are awake. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 17);

    @Bean
    Recurring nightlyRetention(Retention retention) {
        return new Recurring("retention", new Recurring.Daily(AT_NIGHT), retention::sweep);
    }
}
