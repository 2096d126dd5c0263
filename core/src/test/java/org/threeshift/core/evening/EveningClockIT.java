package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Commitments;

/** What the clock says of meetings whose time has come. */
class EveningClockIT extends EveningNode {
    @Test
    void whoever_waits_for_somebody_who_stays_away_meets_somebody_else_in_the_slot_that_is_on() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 1);
        now = START.plusSeconds(180);
        Sitting on = view(id, coach).of(1).getFirst();
        PersonId waits = on.meeting().first();
        posted.clear();
        done(evenings().mark(coach, id, on.meeting().second(), true));
        assertThat(view(id, coach).of(1)).singleElement().satisfies(sitting -> {
            assertThat(sitting.meeting().has(on.meeting().second())).isFalse();
            assertThat(node.getBean(InterviewStates.class)
                            .find(sitting.interview())
                            .orElseThrow()
                            .setup()
                            .startsAt())
                    .isEqualTo(START.plusSeconds(180));
        });
        assertThat(told(Kind.EVENING_PLANNED)).contains(waits);
        assertThat(members.stream()
                        .filter(member -> member.id().equals(on.meeting().second()))
                        .findFirst()
                        .flatMap(member -> view(id, member).next(now)))
                .isEmpty();
        now = START.plusSeconds(1320);
        Sitting instead = view(id, coach).of(1).getFirst();
        done(evenings().mark(coach, id, instead.meeting().second(), true));
        assertThat(view(id, coach).of(1)).as("too little is left").isEmpty();
    }

    @Test
    void a_meeting_that_nobody_began_and_that_one_is_away_from_does_not_count_for_the_other() {
        List<Person> members = members(3);
        EveningId id = published(members, 3, 1);
        now = START.plusSeconds(60);
        Sitting on = view(id, coach).of(1).getFirst();
        PersonId alone = on.meeting().second();
        done(evenings().mark(coach, id, on.meeting().first(), true));
        assertThat(view(id, coach).of(2))
                .singleElement()
                .satisfies(next -> assertThat(next.meeting().has(alone)).isTrue());
    }

    @Test
    void ten_minutes_after_a_meeting_the_clock_says_who_came_and_whoever_waited_is_shown_their_evening() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        List<Sitting> first = view(id, coach).sittings().stream()
                .filter(one -> one.meeting().slot() == 1)
                .toList();
        Sitting waited = first.getFirst();
        Sitting nobody = first.getLast();
        PersonId came = waited.meeting().second();
        PersonId missing = waited.meeting().first();
        now = START.minus(Duration.ofMinutes(5));
        join(waited, came);
        now = START;
        clock();
        now = START.plus(Duration.ofMinutes(10)).minusSeconds(1);
        clock();
        assertThat(phase(id, waited)).isEqualTo(Sitting.SCHEDULED);
        posted.clear();
        now = START.plus(Duration.ofMinutes(10));
        clock();
        clock();
        assertThat(endedBy(waited)).isEqualTo(Command.By.INSTALLATION);
        assertThat(endedBy(nobody)).isEqualTo(Command.By.INSTALLATION);
        assertThat(keepings(came)).containsExactly("KEPT");
        assertThat(keepings(missing)).containsExactly("NO_SHOW");
        assertThat(keepings(nobody.meeting().first())).containsExactly("NO_SHOW");
        assertThat(posted.stream().filter(notice -> notice.key().equals("not-held:" + waited.interview())))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo(came))
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/evenings/" + id));
        now = now.plus(Duration.ofHours(2));
        node.getBean(Commitments.class).settle();
        assertThat(keepings(came)).as("the first word counts").containsExactly("KEPT");
    }

    @Test
    void whoever_is_held_up_by_the_meeting_before_is_not_missing() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting only = view(id, coach).sittings().getFirst();
        Person held = person(Role.COACH);
        var before = new org.threeshift.core.interview.Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                org.threeshift.core.interview.model.Kind.COACH_LED,
                "marketing-manager",
                "warm-up",
                new org.threeshift.core.interview.Hosting.Candidate.Member(
                        only.meeting().first()),
                Set.of(),
                Optional.of(START.minus(Duration.ofMinutes(30))),
                ZoneId.of("UTC"));
        now = START.minus(Duration.ofMinutes(29));
        node.getBean(org.threeshift.core.interview.Hosting.class).host(before, held, now);
        send(before.interview(), held.id(), new Command.Start());
        now = START;
        join(only, only.meeting().second());
        clock();
        now = START.plus(Duration.ofMinutes(12));
        clock();
        assertThat(phase(id, only)).as("while the other one runs").isEqualTo(Sitting.SCHEDULED);
        send(before.interview(), held.id(), new Command.Cancel("We have no time left"));
        clock();
        assertThat(phase(id, only)).isEqualTo(Sitting.CANCELLED);
    }

    @Test
    void what_nobody_watched_counts_for_nobody() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        Sitting only = view(id, coach).sittings().getFirst();
        now = START;
        join(only, only.meeting().first());
        now = START.plus(Duration.ofMinutes(11));
        clock();
        now = START.plus(Duration.ofHours(2));
        node.getBean(Commitments.class).settle();
        assertThat(phase(id, only)).isEqualTo(Sitting.SCHEDULED);
        assertThat(keepings(only.meeting().second())).isEmpty();
    }

    private static void clock() {
        node.getBean(org.threeshift.core.overdue.OverdueClock.class).round();
    }

    private static String phase(EveningId id, Sitting sitting) {
        return view(id, coach).sittings().stream()
                .filter(one -> one.interview().equals(sitting.interview()))
                .findFirst()
                .orElseThrow()
                .phase();
    }

    private static PersonId endedBy(Sitting sitting) {
        return node.getBean(InterviewStates.class)
                .find(sitting.interview())
                .filter(org.threeshift.core.interview.model.Interview.Cancelled.class::isInstance)
                .map(org.threeshift.core.interview.model.Interview.Cancelled.class::cast)
                .orElseThrow()
                .by();
    }

    private static void join(Sitting sitting, PersonId person) {
        boolean host = sitting.meeting().first().equals(person);
        send(sitting.interview(), person, new Command.Join(host ? Seat.INTERVIEWER : Seat.CANDIDATE));
    }
}
