package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Keeping;

/** The hour of a pair: moved, called off, and what the clock says of it. */
class PairHoursIT extends PairNodes {
    @Test
    void an_agreed_hour_outside_hours_that_were_changed_since_is_told_to_whoever_changed_them() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        Pairs pairs = one.getBean(Pairs.class);
        assertThat(pairs.outsideHours(ada.id())).isEmpty();
        one.getBean(OpenHours.class).put(ada, Purpose.PRACTICE, WeeklyHours.never(ZoneId.of("UTC")));
        assertThat(pairs.outsideHours(ada.id())).extracting(PairView::id).containsExactly(pair.id());
        assertThat(pairs.outsideHours(ben.id())).isEmpty();
        assertThat(first(ada, pair).why())
                .as("true of when they were put together")
                .contains("had an hour in common");
        pairs.cancel(pair.id(), ben.id(), "My train does not run");
        assertThat(pairs.outsideHours(ada.id())).isEmpty();
    }

    @Test
    void who_calls_off_late_is_counted_and_the_other_is_free_again() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().minus(Duration.ofHours(3));
        assertThat(one.getBean(Pairs.class).cancel(pair.id(), ben.id(), " "))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.REASON_MISSING));
        assertThat(one.getBean(Pairs.class).cancel(pair.id(), ben.id(), "My train does not run"))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ada).state()).isEqualTo(new Cancelled(pair.hour(), ben.id(), true));
        assertThat(interview(pair)).isInstanceOf(Interview.Cancelled.class);
        assertThat(count("appointment")).isZero();
        assertThat(keepings(ben)).containsExactly(Keeping.LATE);
        assertThat(keepings(ada)).isEmpty();
        assertThat(only(ada).letDown()).isTrue();
    }

    @Test
    void the_hour_moves_when_the_other_says_yes_and_not_before() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        List<Span> hours = one.getBean(Pairs.class).hours(pair.id(), ada.id());
        assertThat(hours)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(SharedHours.MOST)
                .doesNotContain(pair.hour());
        Span wanted = hours.getLast();
        assertThat(one.getBean(Pairs.class).askToMove(pair.id(), ada.id(), wanted.from()))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(interview(pair).setup().startsAt()).isEqualTo(pair.hour().from());
        assertThat(only(ben).askedToMove()).contains(wanted);
        assertThat(told(Kind.MOVE_ASKED)).containsExactly(ben);
        one.getBean(Pairs.class).stay(pair.id(), ada.id());
        assertThat(told(Kind.MOVE_ASKED))
                .as("taken back before anybody was told")
                .isEmpty();
        now = now.plusSeconds(1);
        one.getBean(Pairs.class).askToMove(pair.id(), ada.id(), wanted.from());
        assertThat(told(Kind.MOVE_ASKED)).as("another time").containsExactly(ben);
        assertThat(one.getBean(Pairs.class).agreeToMove(pair.id(), ben.id(), wanted.from()))
                .isInstanceOf(PairAnswer.Done.class);
        assertThat(interview(pair).setup().startsAt()).isEqualTo(wanted.from());
        assertThat(only(ada).hour()).isEqualTo(wanted);
        assertThat(told(Kind.MOVE_ASKED)).isEmpty();
        assertThat(one.getBean(Appointments.class)
                        .of(pair.first())
                        .orElseThrow()
                        .agreed()
                        .span())
                .isEqualTo(wanted);
        assertThat(one.getBean(Pairs.class)
                        .askToMove(pair.id(), ada.id(), wanted.from().plusSeconds(60)))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.NOT_SHARED));
    }

    @Test
    void an_hour_that_somebody_lost_meanwhile_is_not_moved_to_and_the_old_one_stands() {
        Person ada = member("role");
        Person ben = member("role");
        Person cem = member("role");
        PairView pair = confirmed(ada, ben);
        Person third = List.of(ada, ben, cem).stream()
                .filter(person -> !pair.pair().has(person.id()))
                .findFirst()
                .orElseThrow();
        Person asks = pair.pair().has(ada.id()) ? ada : ben;
        Person agrees = person(pair.pair().partnerOf(asks.id()));
        Span wanted = one.getBean(Pairs.class).hours(pair.id(), asks.id()).getLast();
        one.getBean(Pairs.class).askToMove(pair.id(), asks.id(), wanted.from());
        one.getBean(Appointments.class)
                .take(
                        Set.of(agrees.id(), third.id()),
                        Agreed.of(wanted, ZoneId.of("UTC")),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        assertThat(one.getBean(Pairs.class).agreeToMove(pair.id(), agrees.id(), wanted.from()))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.HOUR_TAKEN));
        assertThat(interview(pair).setup().startsAt()).isEqualTo(pair.hour().from());
        assertThat(first(asks, pair).hour()).isEqualTo(pair.hour());
        assertThat(first(asks, pair).asksToMove()).contains(wanted);
    }

    @Test
    void who_has_something_else_by_then_does_not_come_together() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        confirm(ada, proposed);
        one.getBean(Appointments.class)
                .take(
                        Set.of(ada.id()),
                        Agreed.of(proposed.hour(), ZoneId.of("UTC")),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        confirm(ben, proposed);
        assertThat(only(ben).state())
                .isEqualTo(new Released(proposed.hour(), PairState.Why.BUSY, Set.of(ada.id()), false));
        assertThat(one.getBean(InterviewStates.class).find(proposed.first())).isEmpty();
    }

    @Test
    void who_has_something_else_is_told_so_when_they_say_yes_and_the_pair_stands() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        Pairs pairs = one.getBean(Pairs.class);
        assertThat(pairs.proposed(ada.id(), proposed.hour())).isPresent();
        assertThat(pairs.proposed(ada.id(), Span.of(proposed.hour().until(), Duration.ofHours(1))))
                .isEmpty();
        confirm(ben, proposed);
        assertThat(pairs.proposed(ben.id(), proposed.hour())).isPresent();
        var elsewhere = one.getBean(Appointments.class)
                .take(
                        Set.of(ada.id()),
                        Agreed.of(proposed.hour(), ZoneId.of("UTC")),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        assertThat(confirm(ada, proposed))
                .isInstanceOfSatisfying(
                        PairAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PairRefusal.BUSY));
        assertThat(only(ben).asksPartner()).isTrue();
        one.getBean(Appointments.class)
                .release(((Taking.Taken) elsewhere).appointment().id());
        assertThat(confirm(ada, proposed)).isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ben).confirmed()).isTrue();
        assertThat(pairs.proposed(ben.id(), proposed.hour())).isEmpty();
    }

    @Test
    void ten_minutes_after_the_start_the_clock_says_who_came() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().minus(Duration.ofMinutes(9));
        enter(pair, ada);
        now = pair.hour().from().plus(Duration.ofMinutes(3));
        round(one);
        now = pair.hour().from().plus(Duration.ofMinutes(10)).minusSeconds(1);
        round(one);
        assertThat(only(ada).state()).isInstanceOf(Confirmed.class);
        now = pair.hour().from().plus(Duration.ofMinutes(10));
        round(other);
        assertThat(only(ada).state()).isEqualTo(new Missed(pair.hour(), Set.of(ben.id())));
        assertThat(keepings(ada)).containsExactly(Keeping.KEPT);
        assertThat(keepings(ben)).containsExactly(Keeping.NO_SHOW);
        assertThat(only(ada).letDown()).isTrue();
        assertThat(only(ben).letDown()).isFalse();
        assertThat(interview(pair))
                .isInstanceOfSatisfying(
                        Interview.Cancelled.class, off -> assertThat(off.by()).isEqualTo(Command.By.INSTALLATION));
        assertThat(count("appointment")).isZero();
    }

    @Test
    void who_only_reads_the_card_before_joining_opens_has_not_come_and_the_other_gets_another_partner() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        Instant start = pair.hour().from();
        database.jdbcClient()
                .sql("""
                insert into presence (interview_id, person_id, connection_id, since, seen_at, left_at)
                values (:interview, :person, gen_random_uuid(), :at, :at, :at)
                """)
                .param("interview", pair.first().value())
                .param("person", ben.id().value())
                .param("at", start.minus(Duration.ofMinutes(20)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        now = start.minus(Duration.ofMinutes(9));
        enter(pair, ada);
        now = start.plusSeconds(1);
        round(one);
        now = start.plus(Duration.ofMinutes(10));
        round(one);
        assertThat(only(ada).state()).isEqualTo(new Missed(pair.hour(), Set.of(ben.id())));
        assertThat(only(ada).letDown()).isTrue();
    }

    @Test
    void who_waited_in_vain_is_first_at_the_button_even_before_the_clock_has_looked() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        PersonId host = interview(pair).setup().host();
        Person waits = person(pair.pair().partnerOf(host));
        now = pair.hour().from();
        enter(pair, waits);
        round(one);
        now = now.plus(Duration.ofMinutes(10));
        send(pair, waits.id(), new Command.ReportNoShow(Absent.INTERVIEWER));
        assertThat(room(one).join(waits)).isInstanceOf(Standing.Waiting.class);
        assertThat(only(waits).state()).isEqualTo(new Missed(pair.hour(), Set.of(host)));
        assertThat(count("waiting where in_front")).isEqualTo(1);
    }

    @Test
    void two_who_came_have_kept_their_word_and_their_interview_goes_on() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().plus(Duration.ofMinutes(9));
        enter(pair, ada);
        enter(pair, ben);
        round(one);
        now = pair.hour().from().plus(Duration.ofMinutes(11));
        round(one);
        assertThat(only(ada).state()).isInstanceOf(Kept.class);
        assertThat(keepings(ada)).containsExactly(Keeping.KEPT);
        assertThat(keepings(ben)).containsExactly(Keeping.KEPT);
        assertThat(interview(pair)).isInstanceOf(Interview.Scheduled.class);
    }

    @Test
    void an_installation_that_was_down_at_the_hour_blames_nobody() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        now = pair.hour().from().plus(Duration.ofHours(2));
        round(one);
        assertThat(first(ada, pair).state())
                .isEqualTo(new Released(pair.hour(), PairState.Why.UNWATCHED, Set.of(), true));
        assertThat(pairs(ada)).as("and puts the two together anew").hasSize(2);
        assertThat(keepings(ada)).isEmpty();
        assertThat(keepings(ben)).isEmpty();
    }

    @Test
    void an_interview_that_its_host_calls_off_on_its_own_page_takes_the_pair_along() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        var host = interview(pair).setup().host();
        send(pair, host, new Command.Cancel("Ill"));
        round(one);
        assertThat(only(ada).state())
                .isInstanceOfSatisfying(
                        Cancelled.class, cancelled -> assertThat(cancelled.by()).isEqualTo(host));
    }

    /** On the interview’s own page and in the console, which both ask the same service. */
    @Test
    void neither_of_the_two_moves_the_hour_alone() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        Span hour = pair.hour();
        Instant wanted = hour.from().plus(Duration.ofHours(1));
        for (Person person : List.of(ada, ben)) {
            boolean host = interview(pair).setup().host().equals(person.id());
            var move = new Command.Reschedule(wanted, ZoneId.of("UTC"), "Later");
            var sent = new Sent(one.getBean(Ids.class).next(), new Command.By(person.id(), now), move);
            assertThat(one.getBean(Hosting.class).send(pair.first(), sent))
                    .isEqualTo(
                            new Outcome.Refused(Refusal.of(host ? Refusal.Code.HOUR_OF_PAIR : Refusal.Code.ONLY_HOST)));
        }
        round(one);
        assertThat(only(ada).hour()).isEqualTo(hour);
        assertThat(interview(pair).setup().startsAt()).isEqualTo(hour.from());
    }

    @Test
    void whoever_calls_off_stands_in_the_log_whichever_chair_is_theirs() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        Interview.Known agreed = interview(pair);
        PersonId candidate = agreed.setup().candidate().orElseThrow();
        one.getBean(Pairs.class).cancel(pair.id(), candidate, "My train does not run");
        assertThat(interview(pair)).isInstanceOfSatisfying(Interview.Cancelled.class, off -> {
            assertThat(off.by()).isEqualTo(candidate);
            assertThat(off.reason()).isEqualTo("My train does not run");
        });
    }
}
