package org.threeshift.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance.State;
import org.threeshift.core.presence.Leases.Reading;

class AttendanceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final PersonId ada = new PersonId(UUID.randomUUID());
    private final PersonId ben = new PersonId(UUID.randomUUID());

    @Test
    void two_tabs_are_one_person_who_came_with_the_first() {
        assertThat(in(seen(ada, 300, 2), seen(ada, 100, 1)))
                .containsExactly(new Attendance(ada, State.HERE, NOW.minusSeconds(300)));
    }

    @Test
    void silence_of_two_beats_is_a_lost_connection() {
        assertThat(in(seen(ada, 300, 6))).extracting(Attendance::state).containsExactly(State.HERE);
        assertThat(in(seen(ada, 300, 7))).containsExactly(new Attendance(ada, State.LOST, NOW.minusSeconds(7)));
    }

    @Test
    void a_tab_that_went_silent_does_not_make_somebody_lost_who_is_here_with_another() {
        assertThat(in(seen(ada, 300, 30), seen(ada, 100, 1)))
                .containsExactly(new Attendance(ada, State.HERE, NOW.minusSeconds(100)));
    }

    @Test
    void silence_of_more_than_a_minute_is_absence() {
        assertThat(in(seen(ada, 300, 60))).extracting(Attendance::state).containsExactly(State.LOST);
        assertThat(in(seen(ada, 300, 61))).containsExactly(new Attendance(ada, State.GONE, NOW.minusSeconds(61)));
    }

    @Test
    void a_goodbye_counts_once_nobody_has_come_back_for_it() {
        assertThat(in(left(ada, 3))).extracting(Attendance::state).containsExactly(State.HERE);
        assertThat(in(left(ada, 5))).containsExactly(new Attendance(ada, State.GONE, NOW.minusSeconds(5)));
        assertThat(in(left(ada, 5), seen(ada, 100, 1)))
                .containsExactly(new Attendance(ada, State.HERE, NOW.minusSeconds(100)));
    }

    @Test
    void whoever_came_back_in_another_tab_and_closed_that_one_has_gone_then_and_not_with_the_first() {
        assertThat(in(seen(ada, 300, 40), left(ada, 10)))
                .as("whose first tab said no goodbye")
                .containsExactly(new Attendance(ada, State.GONE, NOW.minusSeconds(10)));
        assertThat(in(left(ada, 40), seen(ada, 35, 10)))
                .as("whose second one said none")
                .containsExactly(new Attendance(ada, State.LOST, NOW.minusSeconds(10)));
        assertThat(in(left(ada, 400), seen(ada, 350, 90)))
                .containsExactly(new Attendance(ada, State.GONE, NOW.minusSeconds(90)));
    }

    @Test
    void people_stand_in_the_order_in_which_they_came() {
        assertThat(in(seen(ada, 100, 1), seen(ben, 200, 1)))
                .extracting(Attendance::person)
                .containsExactly(ben, ada);
    }

    private static List<Attendance> in(Lease... leases) {
        return Attendance.in(new Reading(NOW, List.of(leases)));
    }

    private static Lease seen(PersonId person, long cameSecondsAgo, long seenSecondsAgo) {
        return new Lease(
                person,
                LeasesContract.tab(),
                NOW.minusSeconds(cameSecondsAgo),
                NOW.minusSeconds(seenSecondsAgo),
                Optional.empty());
    }

    private static Lease left(PersonId person, long secondsAgo) {
        return new Lease(
                person,
                LeasesContract.tab(),
                NOW.minus(Duration.ofMinutes(5)),
                NOW.minusSeconds(secondsAgo),
                Optional.of(NOW.minusSeconds(secondsAgo)));
    }
}
