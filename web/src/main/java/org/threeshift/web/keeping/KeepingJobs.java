package org.threeshift.web.keeping;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.export.DataExports;
import org.threeshift.web.jobs.Recurring;

/** What people asked for and somebody has to do: files with their data, and erasures that are due. */
@Configuration(proxyBeanMethods = false)
class KeepingJobs {
    static final String EXPORTS = "data-exports";

    @Bean
    Recurring dataExportsJob(DataExports exports) {
        return new Recurring(EXPORTS, new Recurring.Pausing(Duration.ofMinutes(1)), exports::makeAll);
    }

    @Bean
    Recurring erasuresJob(Erasures erasures, InstantSource time) {
        return new Recurring(
                "erasures", new Recurring.Pausing(Duration.ofMinutes(10)), () -> erasures.carryOut(time.instant()));
    }
}
