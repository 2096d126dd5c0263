package org.threeshift.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance.State;

class PresenceTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final Presence presence = new Presence(new InMemoryLeases(core.time, this::hasPart), core.bell);
    private final Person host = core.coach("Hana");
    private final Person other = core.coach("Otto");
    private final Person candidate = core.member("Cleo");
    private final InterviewId interview = core.host(host, new Candidate.Member(candidate.id()), "warm-up", other);
    private final ConnectionId tab = LeasesContract.tab();

    @Test
    void everybody_with_a_part_in_it_sees_everybody_else() {
        beat(host);
        beat(other);
        assertThat(beat(candidate)).containsExactlyInAnyOrder(host.id(), other.id(), candidate.id());
        assertThat(beat(other)).contains(candidate.id());
    }

    @Test
    void to_somebody_without_a_part_there_is_nothing() {
        beat(host);
        Person stranger = core.coach("Stan");
        assertThat(presence.beat(interview, stranger.id(), tab)).isEmpty();
        assertThat(presence.beat(new InterviewId(UUID.randomUUID()), host.id(), tab))
                .isEmpty();
        assertThat(beat(host)).containsExactly(host.id());
    }

    @Test
    void the_bell_rings_for_whoever_comes_or_comes_back_and_for_no_other_beat() {
        AtomicInteger rung = new AtomicInteger();
        try (var _ = core.bell.listen(Presence.topic(interview), rung::incrementAndGet)) {
            beat(host);
            assertThat(rung).hasValue(1);
            core.pass(Duration.ofSeconds(3));
            beat(host);
            presence.beat(interview, host.id(), LeasesContract.tab());
            assertThat(rung).hasValue(1);
            core.pass(Duration.ofSeconds(8));
            beat(host);
            assertThat(rung).as("back after a lost connection").hasValue(2);
            presence.leave(interview, host.id(), tab);
            core.pass(Duration.ofSeconds(5));
            assertThat(rung).hasValue(2);
            beat(host);
            assertThat(rung).as("back after a goodbye").hasValue(3);
        }
    }

    @Test
    void the_interviews_own_bell_stays_silent() {
        AtomicInteger rung = new AtomicInteger();
        try (var _ = core.bell.listen(interview.value(), rung::incrementAndGet)) {
            beat(host);
            assertThat(rung).hasValue(0);
        }
    }

    @Test
    void nothing_that_anybody_scores_is_heard_on_presences_bell() {
        core.candidateEnters(interview, candidate);
        core.send(interview, host, new Command.Start());
        AtomicInteger rung = new AtomicInteger();
        try (var _ = core.bell.listen(Presence.topic(interview), rung::incrementAndGet)) {
            core.send(interview, host, new Command.Pose("warm-up"));
            core.send(interview, host, new Command.Finish());
            assertThat(rung).hasValue(0);
        }
    }

    @Test
    void a_lost_connection_is_told_and_then_it_is_an_empty_seat() {
        beat(candidate);
        core.pass(Duration.ofSeconds(8));
        assertThat(presence.beat(interview, host.id(), tab).orElseThrow())
                .contains(new Attendance(
                        candidate.id(), State.LOST, core.time.instant().minusSeconds(8)));
        core.pass(Duration.ofSeconds(55));
        assertThat(presence.beat(interview, host.id(), tab).orElseThrow())
                .contains(new Attendance(
                        candidate.id(), State.GONE, core.time.instant().minusSeconds(63)));
        assertThat(presence.of(Set.of(interview)).get(interview))
                .as("whoever asks who has it open")
                .extracting(Attendance::person)
                .containsExactly(host.id());
    }

    private boolean hasPart(InterviewId one, PersonId person) {
        return core.states
                .find(one)
                .filter(known -> known.setup().seat(person).isPresent())
                .isPresent();
    }

    private List<PersonId> beat(Person person) {
        return presence.beat(interview, person.id(), tab).orElseThrow().stream()
                .map(Attendance::person)
                .toList();
    }
}
