package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.hours.Span;
import org.threeshift.core.notice.Hours;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;

/** What people hear of a change: when it is, whom they meet, and what their answer is worth; and what the coach hears of theirs. */
class EveningNewsIT extends EveningNode {
    @Test
    void on_another_day_everybody_is_asked_again_and_nothing_that_was_planned_is_left() {
        List<Person> members = members(5);
        EveningId id = published(members.subList(0, 4), 2, 2);
        database.jdbcClient()
                .sql("insert into evening_guest (evening_id, person_id) values (?, ?)")
                .params(id.value(), members.getLast().id().value())
                .update();
        answer(members.getLast(), id, false);
        List<Sitting> before = view(id, coach).sittings();
        Span was = view(id, coach).evening().span();
        posted.clear();
        done(evenings().change(coach, id, on(draft(members, 2, 2, 5), "2026-11-27"), "The room is taken"));
        EveningView after = view(id, coach);
        assertThat(after.evening().state()).isEqualTo(Evening.State.ASKING);
        assertThat(after.guests()).hasSize(5).allMatch(guest -> guest.answer().isEmpty());
        assertThat(after.sittings()).isEmpty();
        assertThat(dates().takenBack(before.stream().map(Sitting::interview).toList()))
                .hasSize(4);
        before.forEach(one ->
                assertThat(node.getBean(Appointments.class).of(one.interview())).isEmpty());
        assertThat(told(Kind.EVENING_CHANGED)).containsExactlyInAnyOrderElementsOf(ids(members));
        assertThat(posted)
                .allSatisfy(notice -> assertThat(notice.values())
                        .containsEntry("answer", "again")
                        .containsEntry("partners", "")
                        .containsEntry("hours", Hours.of(after.evening().span(), was)));
        assertThat(dates().of(members.getFirst().id(), WEEK))
                .extracting(EveningDates.EveningDate::part)
                .containsExactly(EveningDates.Part.ASKED);
        members.forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        assertThat(view(id, coach).sittings()).hasSize(4);
        assertThat(posted)
                .filteredOn(notice -> notice.kind() == Kind.EVENING_PLANNED)
                .hasSize(5)
                .allMatch(notice -> value(notice, "anew").isEmpty());
    }

    @Test
    void what_began_before_its_time_keeps_an_evening_from_another_day_no_more_than_from_another_hour() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        Sitting begun = view(id, coach).sittings().getFirst();
        now = START.minus(Duration.ofMinutes(5));
        begin(begun);
        done(evenings().change(coach, id, on(draft(members, 2, 2, 5), "2026-11-27"), "The room is taken"));
        assertThat(view(id, coach).sittings())
                .singleElement()
                .extracting(Sitting::interview)
                .isEqualTo(begun.interview());
    }

    @Test
    void on_the_same_day_a_yes_stands_and_everybody_hears_whom_they_meet_and_when_it_was() {
        List<Person> members = members(5);
        EveningId id = planned(members, 3, 2, 5);
        members.subList(0, 4).forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        Span was = view(id, coach).evening().span();
        posted.clear();
        done(evenings().change(coach, id, at(draft(members, 2, 2, 5), "19:30"), "The room is taken"));
        EveningView after = view(id, coach);
        assertThat(posted).hasSize(5).allMatch(notice -> notice.kind() == Kind.EVENING_CHANGED);
        for (Person member : members.subList(0, 4)) {
            Notice told = to(member.id());
            assertThat(told.values())
                    .containsEntry("answer", "stands")
                    .containsEntry("hours", Hours.of(after.evening().span(), was))
                    .containsEntry("new-note", "");
            assertThat(people(value(told, "partners")))
                    .hasSize(2)
                    .isEqualTo(view(id, member).own().stream()
                            .map(one -> one.meeting().partnerOf(member.id()).toString())
                            .collect(Collectors.toSet()));
        }
        assertThat(to(members.getLast().id()).values())
                .containsEntry("answer", "open")
                .containsEntry("partners", "");
    }

    @Test
    void what_changed_is_told_and_nothing_else() {
        List<Person> members = members(2);
        EveningId id = planned(members, 2, 1, 5);
        answer(members.getFirst(), id, true);
        posted.clear();
        done(evenings().change(coach, id, draft(members, 1, 1, 5), "One slot is enough"));
        Notice shorter = to(members.getFirst().id());
        assertThat(Hours.parse(value(shorter, "hours")).map(Hours::change)).contains("ends");
        assertThat(shorter.values()).containsEntry("answer", "stands").containsEntry("takes", "one slot of 40 minutes");
        posted.clear();
        Draft same = draft(members, 1, 1, 5);
        done(evenings()
                .change(
                        coach,
                        id,
                        new Draft(
                                same.title(),
                                same.day(),
                                same.time(),
                                same.slotMinutes(),
                                same.breakMinutes(),
                                same.slots(),
                                same.rooms(),
                                same.rounds(),
                                same.guests(),
                                "Bring tea."),
                        ""));
        Notice note = to(members.getFirst().id());
        assertThat(Hours.parse(value(note, "hours")).map(Hours::change)).contains("same");
        assertThat(note.values()).containsEntry("answer", "").containsEntry("new-note", "Bring tea.");
    }

    @Test
    void whose_plan_is_another_one_hears_that_it_has_changed() {
        List<Person> members = members(3);
        EveningId id = published(members, 3, 1);
        posted.clear();
        answer(members.getFirst(), id, false);
        assertThat(posted)
                .filteredOn(notice -> notice.kind() == Kind.EVENING_PLANNED)
                .hasSize(2)
                .allMatch(notice -> value(notice, "anew").equals("anew"));
    }

    @Test
    void the_coach_hears_who_cannot_come_after_all_once_there_is_a_plan_and_whom_that_leaves_alone() {
        List<Person> members = members(2);
        EveningId id = planned(members, 1, 1, 5);
        Person ada = members.getFirst();
        Person ben = members.getLast();
        answer(ada, id, false);
        assertThat(told(Kind.EVENING_GUESTS)).as("before there is a plan").isEmpty();
        members.forEach(member -> answer(member, id, true));
        done(evenings().publish(coach, id));
        answer(ada, id, false);
        assertThat(posted)
                .filteredOn(notice -> notice.kind() == Kind.EVENING_GUESTS)
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo(coach.id()))
                .satisfies(notice -> assertThat(notice.values())
                        .containsEntry("gone", ada.id().toString())
                        .containsEntry("alone", ben.id().toString()));
        answer(ada, id, true);
        posted.clear();
        done(evenings().mark(coach, id, ada.id(), true));
        assertThat(told(Kind.EVENING_GUESTS)).as("of what the coach did").isEmpty();
        assertThat(told(Kind.EVENING_WITHOUT)).containsExactly(ada.id());
        assertThat(view(id, coach).clashes())
                .containsExactly("As the plan stands, nobody is left to meet for: " + ben.name()
                        + ". Ask somebody else as well, or speak with them.");
    }

    @Test
    void a_coach_who_leads_the_cohort_no_more_hears_nothing_of_it() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 1);
        database.jdbcClient()
                .sql("delete from cohort_coach where person_id = ?")
                .param(coach.id().value())
                .update();
        answer(members.getFirst(), id, false);
        assertThat(told(Kind.EVENING_GUESTS)).isEmpty();
    }

    @Test
    void a_block_leaves_two_alone_whose_page_says_what_it_says_when_the_other_is_gone() {
        List<Person> members = members(2);
        EveningId id = published(members, 1, 6);
        Person ada = members.getFirst();
        Person ben = members.getLast();
        posted.clear();
        assertThat(node.getBean(Relations.class).block(ada, ben.id())).isTrue();
        assertThat(view(id, coach).sittings()).isEmpty();
        assertThat(posted)
                .filteredOn(notice -> notice.kind() == Kind.EVENING_GUESTS)
                .singleElement()
                .satisfies(notice -> assertThat(notice.values()).containsEntry("gone", ""))
                .satisfies(notice -> assertThat(people(value(notice, "alone")))
                        .containsExactlyInAnyOrder(ada.id().toString(), ben.id().toString()));
        Optional<Out.Why> blocked = view(id, ben).why(1);
        node.getBean(Cohorts.class).leave(ada, cohort);
        upkeep().round();
        assertThat(view(id, ben).why(1)).isEqualTo(blocked).isEmpty();
    }

    @Test
    void whoever_sits_out_sees_whether_it_is_for_want_of_a_partner_or_of_a_room() {
        List<Person> three = members(3);
        assertThat(reasons(three, published(three, 3, 2))).isEqualTo(Set.of(Out.Why.ODD_NUMBER));
        List<Person> four = members(4);
        assertThat(reasons(four, published(four, 3, 1))).isEqualTo(Set.of(Out.Why.ROOMS));
    }

    /** Each reads their own alone. */
    private static Set<Out.Why> reasons(List<Person> members, EveningId id) {
        return members.stream()
                .flatMap(member -> IntStream.rangeClosed(1, 3)
                        .mapToObj(slot -> view(id, member).why(slot))
                        .flatMap(Optional::stream))
                .collect(Collectors.toSet());
    }

    private static Notice to(PersonId person) {
        return posted.stream()
                .filter(notice -> notice.to().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Notice notice, String name) {
        return notice.values().getOrDefault(name, "absent");
    }

    private static Set<String> people(String ids) {
        return Arrays.stream(ids.split(",", -1)).collect(Collectors.toSet());
    }
}
