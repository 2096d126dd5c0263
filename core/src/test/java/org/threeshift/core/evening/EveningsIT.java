package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.SecondHalfQuestions;
import org.threeshift.core.interview.ClosedQuestions;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Who is asked, answers, sees and is told. */
class EveningsIT extends EveningNode {
    @Test
    void who_says_yes_is_planned_for_and_everybody_sees_their_own_part() {
        List<Person> members = members(5);
        EveningId id = planned(members, 3, 2, 3);
        assertThat(told(Kind.EVENING_ASKED)).containsExactlyInAnyOrderElementsOf(ids(members));
        members.subList(0, 4).forEach(member -> answer(member, id, true));
        answer(members.get(4), id, false);
        done(evenings().publish(coach, id));
        EveningView whole = view(id, coach);
        assertThat(whole.sittings()).hasSize(6);
        assertThat(whole.evening().state()).isEqualTo(Evening.State.PLANNED);
        assertThat(told(Kind.EVENING_PLANNED)).containsExactlyInAnyOrderElementsOf(ids(members.subList(0, 4)));
        Person ada = members.getFirst();
        EveningView own = view(id, ada);
        assertThat(own.own()).hasSize(3);
        assertThat(own.sittings()).isEqualTo(own.own());
        assertThat(own.guests())
                .singleElement()
                .satisfies(guest -> assertThat(guest.person()).isEqualTo(ada.id()));
        assertThat(own.own().stream().map(one -> one.meeting().partnerOf(ada.id())))
                .doesNotHaveDuplicates();
        // Each is an exchange of two in its slot, and takes both people’s time.
        for (Sitting sitting : whole.sittings()) {
            Setup setup = node.getBean(InterviewStates.class)
                    .find(sitting.interview())
                    .orElseThrow()
                    .setup();
            assertThat(setup.host()).isEqualTo(sitting.meeting().first());
            assertThat(setup.candidate()).contains(sitting.meeting().second());
            assertThat(setup.startsAt())
                    .isEqualTo(whole.evening().slot(sitting.meeting().slot()).from());
            assertThat(node.getBean(Exchanges.class).of(sitting.interview(), setup.host()))
                    .isPresent();
            assertThat(node.getBean(Appointments.class).of(sitting.interview())).isPresent();
        }
    }

    @Test
    void to_everybody_else_there_is_no_such_evening() {
        List<Person> members = members(2);
        EveningId id = planned(members, 1, 1, 1);
        Person stranger = person(Role.COACH);
        assertThat(node.getBean(EveningViews.class).find(id, stranger)).isEmpty();
        assertThat(node.getBean(EveningViews.class).find(id, person(Role.ADMIN)))
                .isEmpty();
        assertThat(node.getBean(EveningViews.class).of(cohort, stranger)).isEmpty();
        for (EveningAnswer answer : List.of(
                evenings().publish(stranger, id),
                evenings().publish(members.getFirst(), id),
                evenings().callOff(stranger, id, "Because I can"),
                evenings().change(stranger, id, draft(members, 1, 1, 1), ""),
                evenings().mark(members.getFirst(), id, members.getLast().id(), true),
                evenings().mark(coach, id, stranger.id(), true),
                evenings().answer(stranger, id, true),
                evenings().plan(stranger, cohort, draft(members, 1, 1, 1)))) {
            assertThat(answer).isInstanceOf(EveningAnswer.NotThere.class);
        }
    }

    @Test
    void nobody_hosts_what_they_are_yet_to_be_asked_on_that_evening() {
        List<Person> members = members(6);
        EveningId id = published(members, 4, 3);
        InterviewStates states = node.getBean(InterviewStates.class);
        EveningQuestions questions = (EveningQuestions) node.getBean(SecondHalfQuestions.class);
        List<Sitting> all = view(id, coach).sittings();
        for (Sitting one : all) {
            Set<String> deck = questions.of(List.of(one.interview())).getOrDefault(one.interview(), Set.of());
            Set<String> first = agenda(states, one.interview());
            assertThat(deck).containsAll(first);
            assertThat(deck.size()).isGreaterThan(first.size());
            for (Sitting other : all) {
                if (other.meeting().slot() != one.meeting().slot()) {
                    assertThat(agenda(states, other.interview())).doesNotContainAnyElementsOf(deck);
                }
            }
            assertThat(questions.of(one.interview()))
                    .doesNotContainAnyElementsOf(deck)
                    .isNotEmpty();
        }
        assertThat(node.getBeansOfType(ClosedQuestions.class).values()).contains(questions);
    }

    @Test
    void whoever_meets_nobody_is_told_so() {
        List<Person> members = members(4);
        EveningId id = published(members.subList(0, 3), 1, 1);
        posted.clear();
        Person late = members.getLast();
        database.jdbcClient()
                .sql("insert into evening_guest (evening_id, person_id) values (?, ?)")
                .param(id.value())
                .param(late.id().value())
                .update();
        answer(late, id, true);
        assertThat(posted)
                .filteredOn(notice -> notice.to().equals(late.id()))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.values()).containsEntry("whom", "").containsEntry("title", "Both chairs"));
    }

    @Test
    void whoever_left_the_cohort_sees_nothing_of_it_and_is_planned_for_no_more() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        Person ada = members.getFirst();
        node.getBean(Cohorts.class).leave(ada, cohort);
        assertThat(node.getBean(EveningViews.class).find(id, ada)).isEmpty();
        assertThat(evenings().answer(ada, id, true)).isInstanceOf(EveningAnswer.NotThere.class);
        assertThat(node.getBean(EveningViews.class).of(ada.id())).isEmpty();
        posted.clear();
        upkeep().round();
        assertThat(view(id, coach).sittings())
                .hasSize(3)
                .noneMatch(one -> one.meeting().has(ada.id()));
        assertThat(told(Kind.EVENING_WITHOUT)).containsExactly(ada.id());
        posted.clear();
        upkeep().round();
        assertThat(posted).as("nothing is left to do").isEmpty();
    }

    @Test
    void an_evening_that_cannot_follow_its_cohort_keeps_no_other_from_it() {
        List<Person> members = members(4);
        List<EveningId> both = Stream.of(planned(members, 1, 2, 5), planned(members, 2, 2, 5))
                .sorted(Comparator.comparing(EveningId::toString))
                .toList();
        EveningId broken = both.getFirst();
        Person ada = members.getFirst();
        node.getBean(Cohorts.class).leave(ada, cohort);
        JdbcClient jdbc = database.jdbcClient();
        jdbc.sql("""
                create function stays() returns trigger language plpgsql as
                $$ begin raise exception 'broken'; end $$
                """).update();
        jdbc.sql("""
                create trigger stays before delete on evening_guest
                   for each row when (old.evening_id = '%s') execute function stays()
                """.formatted(broken)).update();
        try {
            upkeep().round();
        } finally {
            jdbc.sql("drop function stays cascade").update();
        }
        assertThat(askedTo(ada)).containsExactly(broken.value());
        upkeep().round();
        assertThat(askedTo(ada)).as("the next round tries again").isEmpty();
    }

    private static List<UUID> askedTo(Person person) {
        return database.jdbcClient()
                .sql("select evening_id from evening_guest where person_id = :person")
                .param("person", person.id().value())
                .query((row, number) -> row.getObject("evening_id", UUID.class))
                .list();
    }

    @Test
    void a_coach_takes_somebody_off_for_good() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        Person ada = members.getFirst();
        assertThat(evenings().takeOff(members.getLast(), id, ada.id())).isInstanceOf(EveningAnswer.NotThere.class);
        done(evenings().takeOff(coach, id, ada.id()));
        assertThat(evenings().answer(ada, id, true)).isInstanceOf(EveningAnswer.NotThere.class);
        assertThat(view(id, coach).guests())
                .hasSize(3)
                .noneMatch(guest -> guest.person().equals(ada.id()));
        assertThat(view(id, coach).sittings())
                .hasSize(3)
                .noneMatch(one -> one.meeting().has(ada.id()));
    }

    @Test
    void whoever_is_to_be_erased_leaves_no_interview_behind_that_still_waits_for_them() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        Person ada = members.getFirst();
        List<Sitting> theirs = view(id, ada).own();
        upkeep().leaves(ada.id(), now);
        for (Sitting one : theirs) {
            assertThat(database.jdbcClient()
                            .sql("select phase from interview where id = ?")
                            .param(one.interview().value())
                            .query(String.class)
                            .single())
                    .isEqualTo(Sitting.CANCELLED);
        }
        assertThat(view(id, coach).sittings()).hasSize(3);
        assertThat(told(Kind.EVENING_WITHOUT)).isEmpty();
    }

    @Test
    void whoever_keeps_their_meetings_is_still_told_of_them_and_whoever_declines_is_told_of_none() {
        List<Person> members = members(4);
        EveningId id = published(members, 1, 2);
        Sitting one = view(id, coach).sittings().getFirst();
        PersonId declines = one.meeting().first();
        answer(
                members.stream()
                        .filter(each -> each.id().equals(declines))
                        .findFirst()
                        .orElseThrow(),
                id,
                false);
        assertThat(told(Kind.EVENING_PLANNED))
                .containsExactlyInAnyOrderElementsOf(ids(members).stream()
                        .filter(each -> !each.equals(declines))
                        .toList());
        assertThat(told(Kind.EVENING_WITHOUT)).isEmpty();
        assertThat(told(Kind.EVENING_DECLINED)).containsExactly(declines);
        done(evenings().change(coach, id, draft(members, 1, 1, 1), "The room is smaller"));
        done(evenings().publish(coach, id));
        done(evenings().callOff(coach, id, "I am ill"));
        assertThat(posted)
                .as("nothing of what was before")
                .allMatch(notice -> notice.kind() == Kind.EVENING_OFF || notice.kind() == Kind.EVENING_DECLINED);
    }

    @Test
    void an_evening_called_off_takes_its_interviews_along_and_frees_everybodys_time() {
        List<Person> members = members(4);
        EveningId id = published(members, 3, 2);
        List<Sitting> sittings = view(id, coach).sittings();
        assertThat(sentences(evenings().callOff(coach, id, " "))).hasSize(1);
        done(evenings().callOff(coach, id, "I am ill"));
        assertThat(view(id, coach).sittings()).isEmpty();
        assertThat(told(Kind.EVENING_OFF)).containsExactlyInAnyOrderElementsOf(ids(members));
        for (Sitting one : sittings) {
            assertThat(node.getBean(Appointments.class).of(one.interview())).isEmpty();
        }
        assertThat(sentences(evenings().publish(coach, id))).hasSize(1);
        assertThat(sentences(evenings().answer(members.getFirst(), id, true))).hasSize(1);
    }
}
