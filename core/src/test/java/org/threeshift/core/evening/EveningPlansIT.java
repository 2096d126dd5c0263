package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.exchange.SecondHalfQuestions;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Commitments;

/** Who meets whom, on what, and what a plan made anew keeps. */
class EveningPlansIT extends EveningNode {
    @Test
    void whoever_is_busy_in_a_slot_is_planned_around_and_named_to_coaches_alone() {
        List<Person> members = members(4);
        Person ada = members.getFirst();
        EveningId id = planned(members, 2, 2, 2);
        members.forEach(member -> answer(member, id, true));
        busy(ada, START.plus(Duration.ofMinutes(50)), Duration.ofHours(1));
        assertThat(view(id, coach).clashes()).singleElement().asString().contains(ada.name(), "19:20", "20:20");
        done(evenings().publish(coach, id));
        assertThat(view(id, coach).of(1)).hasSize(2);
        assertThat(view(id, coach).of(2))
                .hasSize(1)
                .noneMatch(one -> one.meeting().has(ada.id()));
        assertThat(view(id, ada).clashes()).isEmpty();
        assertThat(view(id, members.getLast()).clashes()).isEmpty();
    }

    @Test
    void whoever_is_yet_to_be_asked_the_deck_elsewhere_meets_somebody_on_other_questions() {
        List<Person> members = members(4);
        Person rosa = members.getLast();
        EveningId id = planned(members, 2, 2, 2);
        members.subList(0, 3).forEach(member -> answer(member, id, true));
        List<String> deck = node.getBean(PostgresEvenings.class).decks(id).values().stream()
                .flatMap(List::stream)
                .toList();
        var bank = node.getBean(org.threeshift.core.bank.Banks.class)
                .newest("marketing-manager")
                .orElseThrow();
        node.getBean(org.threeshift.core.interview.Hosting.class)
                .host(
                        new org.threeshift.core.interview.Hosting.Plan(
                                new InterviewId(UUID.randomUUID()),
                                org.threeshift.core.interview.model.Kind.PEER,
                                bank.id(),
                                "made-up",
                                new org.threeshift.core.interview.Hosting.Candidate.Member(rosa.id()),
                                Set.of(),
                                Optional.of(START.plus(Duration.ofDays(3))),
                                ZoneId.of("UTC")),
                        bank,
                        new org.threeshift.core.bank.Round("made-up", "All of them", "", deck, 100),
                        person(Role.MEMBER),
                        now);
        done(evenings().publish(coach, id));
        done(evenings().mark(coach, id, rosa.id(), false));
        EveningView whole = view(id, coach);
        assertThat(whole.clashes()).isEmpty();
        assertThat(view(id, rosa).own()).hasSize(2);
        EveningQuestions questions = (EveningQuestions) node.getBean(SecondHalfQuestions.class);
        for (Sitting one : view(id, rosa).own()) {
            Set<String> first = agenda(node.getBean(InterviewStates.class), one.interview());
            Set<String> second = new java.util.HashSet<>(
                    questions.of(List.of(one.interview())).getOrDefault(one.interview(), Set.of()));
            second.removeAll(first);
            assertThat(one.meeting().first().equals(rosa.id()) ? first : second)
                    .as("what she hosts")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(deck);
        }
        posted.stream()
                .filter(notice ->
                        notice.kind() == Kind.EVENING_PLANNED && notice.to().equals(rosa.id()))
                .forEach(notice -> assertThat(notice.values().get("whom")).isNotEmpty());
    }

    @Test
    void what_runs_elsewhere_is_a_clash_and_each_is_named_once() {
        List<Person> members = members(4);
        EveningId id = planned(members, 2, 2, 2);
        members.forEach(member -> answer(member, id, true));
        EveningId other = planned(members.subList(0, 2), 1, 1, 0);
        members.subList(0, 2).forEach(member -> answer(member, other, true));
        done(evenings().publish(coach, other));
        assertThat(view(id, coach).clashes()).hasSize(2).doesNotHaveDuplicates();
        now = START.plusSeconds(60);
        begin(view(other, coach).of(1).getFirst());
        database.jdbcClient().sql("delete from appointment").update();
        assertThat(view(id, coach).clashes()).hasSize(2);
    }

    @Test
    void a_no_stands_also_when_somebody_who_sat_out_has_something_else_by_now() {
        List<Person> members = members(5);
        EveningId id = published(members, 5, 2);
        EveningView plan = view(id, coach);
        int slot = 2;
        Person out = plan.sittingOut(slot).getFirst();
        busy(out, plan.evening().slot(slot).from(), Duration.ofMinutes(30));
        Person declines = members.stream()
                .filter(one -> !one.id().equals(out.id()))
                .findFirst()
                .orElseThrow();
        answer(declines, id, false);
        assertThat(view(id, coach).of(slot))
                .noneMatch(one -> one.meeting().has(out.id()) || one.meeting().has(declines.id()));
        assertThat(view(id, declines).self().orElseThrow().declined()).isTrue();
        assertThat(view(id, declines).sittings()).isEmpty();
    }

    private static void busy(Person person, Instant from, Duration length) {
        assertThat(node.getBean(Appointments.class)
                        .take(
                                Set.of(person.id()),
                                Agreed.of(Span.of(from, length), ZoneId.of("UTC")),
                                new What(What.Kind.BOOKING, UUID.randomUUID())))
                .isInstanceOf(Taking.Taken.class);
    }

    @Test
    void what_another_plan_replaced_is_told_from_what_somebody_called_off() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        List<Sitting> before = view(id, coach).sittings();
        Sitting cancelled = before.getFirst();
        var host = new Command.By(cancelled.meeting().first(), now);
        var alone = new org.threeshift.core.interview.Sent(UUID.randomUUID(), host, new Command.Cancel("Not today"));
        assertThat(node.getBean(org.threeshift.core.interview.Interviews.class).send(cancelled.interview(), alone))
                .as("one meeting, by hand")
                .isInstanceOfSatisfying(
                        org.threeshift.core.interview.Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code())
                                .isEqualTo(org.threeshift.core.interview.model.Refusal.Code.HOUR_OF_EVENT));
        assertThat(node.getBean(org.threeshift.core.interview.Hosting.class)
                        .callOffAsAgreed(cancelled.interview(), UUID.randomUUID(), host, "Not today"))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
        done(evenings().change(coach, id, draft(members, 2, 1, 1), "The room is smaller"));
        assertThat(dates().takenBack(before.stream().map(Sitting::interview).toList()))
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .filter(one -> !one.equals(cancelled))
                        .map(Sitting::interview)
                        .toList());
    }

    @Test
    void whoever_stays_away_is_planned_around_and_what_was_held_is_kept() {
        List<Person> members = members(6);
        EveningId id = published(members, 4, 3);
        List<Sitting> before = view(id, coach).sittings();
        now = START.plusSeconds(60);
        before.stream().filter(one -> one.meeting().slot() == 1).forEach(EveningNode::begin);
        now = START.plus(Duration.ofMinutes(5));
        posted.clear();
        Person ada = members.getFirst();
        done(evenings().mark(coach, id, ada.id(), true));
        EveningView after = view(id, coach);
        assertThat(after.of(1))
                .extracting(Sitting::interview)
                .containsExactlyElementsOf(before.stream()
                        .filter(one -> one.meeting().slot() == 1)
                        .map(Sitting::interview)
                        .toList());
        for (int slot = 2; slot <= 4; slot++) {
            assertThat(after.of(slot)).hasSize(2).noneMatch(one -> one.meeting().has(ada.id()));
            assertThat(after.sittingOut(slot)).hasSize(1);
        }
        assertThat(after.sittings().stream()
                        .map(one -> Set.of(one.meeting().first(), one.meeting().second())))
                .as("five people meet nobody twice in four slots")
                .doesNotHaveDuplicates();
        // Whoever’s meetings changed is told, each once; to the one who is away there are none.
        assertThat(told(Kind.EVENING_PLANNED)).doesNotHaveDuplicates().doesNotContain(ada.id());
        assertThat(told(Kind.EVENING_WITHOUT)).containsExactly(ada.id());
        // What is taken back counts for nobody as called off late, and frees their time.
        now = START.plus(Duration.ofHours(9));
        node.getBean(Commitments.class).settle();
        assertThat(members).flatExtracting(member -> keepings(member.id())).doesNotContain("LATE");
    }

    @Test
    void whoever_says_yes_late_meets_people_in_what_is_left() {
        List<Person> members = members(5);
        EveningId id = planned(members, 4, 2, 3);
        members.subList(0, 4).forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        now = START.plus(Duration.ofMinutes(10));
        Person late = members.getLast();
        answer(late, id, true);
        assertThat(view(id, late).own())
                .isNotEmpty()
                .allMatch(one -> one.meeting().slot() > 1);
        assertThat(view(id, coach).sittingOut(1)).isEmpty();
    }

    @Test
    void a_plan_is_made_anew_as_a_whole_when_the_evening_is_changed_and_people_are_told_once() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        posted.clear();
        assertThat(sentences(evenings().change(coach, id, draft(members, 2, 1, 1), "")))
                .hasSize(1);
        done(evenings().change(coach, id, draft(members, 2, 1, 1), "The room is smaller"));
        assertThat(view(id, coach).sittings()).hasSize(2);
        assertThat(view(id, coach).evening().version()).isEqualTo(2);
        assertThat(posted).hasSize(4).allMatch(notice -> notice.kind() == Kind.EVENING_CHANGED);
    }

    @Test
    void thirty_people_and_four_slots_are_planned_within_two_seconds() {
        List<Person> members = members(30);
        EveningId id = planned(members, 4, 15, 0);
        members.forEach(member -> answer(member, id, true));
        long begun = System.nanoTime();
        done(evenings().publish(coach, id));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(view(id, coach).sittings()).hasSize(60);
    }
}
