package org.threeshift.web.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threeshift.core.booking.BookingClock;

/** Sees to booked sessions: whoever waits in vain waits half a minute longer at most than the rule says. */
@Configuration(proxyBeanMethods = false)
class BookingJob {
    private static final String NAME = "bookings";
    private static final Duration ROUND_EVERY = Duration.ofSeconds(30);

    @Bean
    Recurring bookingRound(BookingClock clock) {
        return new Recurring(NAME, new Recurring.Pausing(ROUND_EVERY), clock::round);
    }
}
