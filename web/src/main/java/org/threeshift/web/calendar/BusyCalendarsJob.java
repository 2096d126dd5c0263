package org.threeshift.web.calendar;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.busy.OutsideCalendars;
import org.threeshift.web.jobs.Recurring;

/** Fetches outside calendars, each when it is due. What was just added does not wait for it. */
@Configuration(proxyBeanMethods = false)
class BusyCalendarsJob {
    static final String JOB = "busy-calendars";
    private static final Duration ROUND_EVERY = Duration.ofMinutes(1);

    @Bean
    Recurring busyCalendarsRound(OutsideCalendars calendars) {
        return new Recurring(JOB, new Recurring.Pausing(ROUND_EVERY), calendars::round);
    }
}
