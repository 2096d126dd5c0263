package org.threeshift.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Leases.Reading;

/** What every store of leases does. */
abstract class LeasesContract {
    private static final Duration ALMOST_GONE = Lease.GONE_AFTER.minusSeconds(2);
    private static final Duration MORE_THAN_GONE = Lease.GONE_AFTER.plusSeconds(2);

    private final ConnectionId laptop = tab();
    private final ConnectionId phone = tab();
    private final Set<List<Object>> seated = new HashSet<>();

    abstract Leases leases();

    abstract InterviewId interview();

    abstract PersonId person();

    /** Gives somebody a part in an interview. */
    abstract void seat(InterviewId interview, PersonId person);

    /** Takes it away. */
    abstract void unseat(InterviewId interview, PersonId person);

    /** Lets so much time go by, for what is in the store. */
    abstract void pass(Duration span);

    @Test
    void a_beat_makes_a_lease() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        Reading now = leases().of(interview);
        Lease lease = now.leases().getFirst();
        assertThat(now.leases()).containsExactly(lease);
        assertThat(lease.person()).isEqualTo(ada);
        assertThat(lease.connection()).isEqualTo(laptop);
        assertThat(lease.since()).isEqualTo(lease.seenAt()).isBeforeOrEqualTo(now.now());
        assertThat(lease.leftAt()).isEmpty();
    }

    @Test
    void several_interviews_are_read_at_once() {
        InterviewId one = interview();
        InterviewId two = interview();
        InterviewId empty = interview();
        PersonId ada = person();
        beat(one, ada, laptop);
        beat(two, ada, phone);
        assertThat(leases().of(Set.of(one, empty)))
                .containsOnlyKeys(one)
                .hasEntrySatisfying(
                        one,
                        reading -> assertThat(reading.leases())
                                .containsExactlyElementsOf(leases().of(one).leases()));
    }

    @Test
    void a_beat_answers_with_what_was_before_it() {
        InterviewId interview = interview();
        PersonId ada = person();
        assertThat(beat(interview, ada, laptop).leases()).isEmpty();
        List<Lease> first = leases().of(interview).leases();
        pass(Duration.ofSeconds(3));
        assertThat(beat(interview, ada, laptop).leases())
                .extracting(Lease::connection)
                .containsExactly(laptop);
        assertThat(leases().of(interview).leases()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void what_a_beat_makes_of_its_answer_is_what_it_stored() {
        InterviewId interview = interview();
        PersonId ada = person();
        PersonId ben = person();
        for (Duration quiet : List.of(Duration.ZERO, Duration.ofSeconds(5), ALMOST_GONE, MORE_THAN_GONE)) {
            beat(interview, ben, phone);
            Reading before = beat(interview, ada, laptop);
            assertThat(before.renewed(ada, laptop).leases())
                    .containsExactlyInAnyOrderElementsOf(leases().of(interview).leases());
            leases().leave(interview, ada, laptop);
            pass(quiet);
        }
    }

    @Test
    void renewing_keeps_since_when() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        pass(ALMOST_GONE);
        beat(interview, ada, laptop);
        Lease renewed = only(interview);
        assertThat(Duration.between(renewed.since(), renewed.seenAt())).isGreaterThanOrEqualTo(ALMOST_GONE);
    }

    @Test
    void a_lease_that_was_gone_begins_anew() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        pass(MORE_THAN_GONE);
        beat(interview, ada, laptop);
        assertThat(only(interview).since()).isEqualTo(only(interview).seenAt());
    }

    @Test
    void a_page_that_is_loaded_again_was_never_away() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        pass(Duration.ofSeconds(20));
        Instant since = only(interview).since();
        leases().leave(interview, ada, laptop);
        assertThat(only(interview).leftAt()).isPresent();
        Duration loading = Lease.STRAGGLES_WITHIN.plusMillis(500);
        pass(loading);
        beat(interview, ada, laptop);
        assertThat(only(interview).since()).isIn(since, since.minus(loading));
        assertThat(only(interview).leftAt()).isEmpty();
    }

    @Test
    void a_beat_that_arrives_after_its_pages_goodbye_does_not_take_it_back() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        leases().leave(interview, ada, laptop);
        beat(interview, ada, laptop);
        assertThat(only(interview).leftAt()).isPresent();
        pass(Lease.LEAVES_WITHIN.plusSeconds(1));
        Reading later = leases().of(interview);
        assertThat(later.leases()).allMatch(lease -> lease.goneAt(later.now()));
    }

    @Test
    void whoever_comes_some_time_after_a_goodbye_begins_anew() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        leases().leave(interview, ada, laptop);
        pass(Lease.LEAVES_WITHIN.plusSeconds(1));
        beat(interview, ada, laptop);
        assertThat(only(interview).since()).isEqualTo(only(interview).seenAt());
    }

    @Test
    void a_first_beat_that_arrives_after_its_pages_goodbye_does_not_take_it_back() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        leases().leave(interview, ada, phone);
        beat(interview, ada, phone);
        pass(Lease.LEAVES_WITHIN.plusSeconds(1));
        Reading later = leases().of(interview);
        assertThat(later.leases())
                .filteredOn(lease -> lease.connection().equals(phone))
                .hasSize(1)
                .allMatch(lease -> lease.goneAt(later.now()));
    }

    @Test
    void goodbyes_of_more_tabs_than_anybody_has_are_not_kept() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        for (int more = 0; more < Leases.TABS_OF_ONE + 5; more++) {
            leases().leave(interview, ada, tab());
        }
        assertThat(leases().of(interview).leases()).hasSize(Leases.TABS_OF_ONE);
    }

    @Test
    void a_goodbye_of_somebody_without_a_part_in_it_changes_nothing() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        Lease before = only(interview);
        leases().leave(interview, person(), laptop);
        leases().leave(interview(), ada, laptop);
        assertThat(only(interview)).isEqualTo(before);
    }

    @Test
    void tabs_people_and_interviews_are_told_apart() {
        InterviewId interview = interview();
        InterviewId other = interview();
        PersonId ada = person();
        PersonId ben = person();
        beat(interview, ada, laptop);
        beat(interview, ada, phone);
        beat(interview, ben, laptop);
        beat(other, ben, phone);
        assertThat(leases().of(interview).leases()).hasSize(3);
        assertThat(leases().of(other).leases()).extracting(Lease::person).containsExactly(ben);
    }

    @Test
    void more_tabs_than_anybody_has_are_not_counted() {
        InterviewId interview = interview();
        PersonId ada = person();
        beat(interview, ada, laptop);
        for (int more = 0; more < Leases.TABS_OF_ONE + 5; more++) {
            beat(interview, ada, tab());
        }
        assertThat(leases().of(interview).leases()).hasSize(Leases.TABS_OF_ONE);
        pass(Duration.ofSeconds(1));
        beat(interview, ada, laptop);
        beat(interview, person(), tab());
        assertThat(leases().of(interview).leases()).hasSize(Leases.TABS_OF_ONE + 1);
        pass(MORE_THAN_GONE);
        beat(interview, ada, tab());
        assertThat(leases().of(interview).leases()).hasSize(Leases.TABS_OF_ONE + 2);
    }

    @Test
    void what_nobody_will_ask_for_is_dropped() {
        InterviewId old = interview();
        PersonId ada = person();
        beat(old, ada, laptop);
        pass(Duration.ofMinutes(61));
        InterviewId recent = interview();
        beat(recent, ada, laptop);
        leases().dropOlderThan(Duration.ofHours(1));
        assertThat(leases().of(old).leases()).isEmpty();
        assertThat(leases().of(recent).leases()).hasSize(1);
    }

    @Test
    void somebody_without_a_part_in_it_gets_no_lease_and_hears_nothing() {
        InterviewId interview = interview();
        PersonId ada = person();
        PersonId eve = person();
        beat(interview, ada, laptop);
        assertThat(leases().renew(interview, eve, phone)).isEmpty();
        assertThat(leases().renew(new InterviewId(UUID.randomUUID()), ada, laptop))
                .isEmpty();
        assertThat(leases().of(interview).leases()).extracting(Lease::person).containsExactly(ada);
    }

    @Test
    void whoever_lost_their_part_is_not_told_of_any_more() {
        InterviewId interview = interview();
        PersonId ada = person();
        PersonId ben = person();
        beat(interview, ada, laptop);
        beat(interview, ben, phone);
        unseat(interview, ben);
        assertThat(beat(interview, ada, laptop).leases())
                .extracting(Lease::person)
                .containsExactly(ada);
        assertThat(leases().renew(interview, ben, phone)).isEmpty();
    }

    /** Of somebody with a part in it. */
    private Reading beat(InterviewId interview, PersonId person, ConnectionId tab) {
        if (seated.add(List.of(interview, person))) {
            seat(interview, person);
        }
        return leases().renew(interview, person, tab).orElseThrow();
    }

    static ConnectionId tab() {
        return new ConnectionId(UUID.randomUUID());
    }

    private Lease only(InterviewId interview) {
        List<Lease> all = leases().of(interview).leases();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
