package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.pairs.WaitingRoom.Standing;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.BlockHeard;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.reliability.Commitments;

/** Blocks and people who go: what becomes of their pairs, and what the other learns. */
class BlockedPairsIT extends PairNodes {
    @Test
    void who_blocks_somebody_is_in_no_pair_with_them_any_more() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        assertThat(one.getBean(Relations.class).block(ada, ben.id())).isTrue();
        assertThat(only(ben).state()).isEqualTo(new Released(pair.hour(), PairState.Why.APART, Set.of(), true));
        assertThat(only(ben).partner().map(Person::id))
                .as("a name that vanishes would tell of the block")
                .contains(ada.id());
        assertThat(interview(pair))
                .isInstanceOfSatisfying(
                        Interview.Cancelled.class, off -> assertThat(off.by()).isEqualTo(Command.By.INSTALLATION));
        assertThat(told(Kind.RELEASED)).as("they hear it of their interview").isEmpty();
        now = pair.hour().from();
        one.getBean(Commitments.class).settle();
        assertThat(keepings(ada)).isEmpty();
        assertThat(keepings(ben)).isEmpty();
        now = SUNDAY;
        one.getBean(Draws.class).ask(admin);
        round(one);
        assertThat(pairs(ada)).hasSize(1);
    }

    @Test
    void who_is_blocked_in_the_midst_of_an_interview_is_told_nothing_and_it_goes_on() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        PersonId host = interview(pair).setup().host();
        Person candidate = person(pair.pair().partnerOf(host));
        now = pair.hour().from().plus(Duration.ofMinutes(2));
        round(one);
        enter(pair, person(host));
        enter(pair, candidate);
        send(pair, host, new Command.Start());
        send(
                pair,
                host,
                new Command.Pose(
                        interview(pair).setup().agenda().items().getFirst().questionId()));
        assertThat(one.getBean(Relations.class).block(candidate, host)).isTrue();
        assertThat(interview(pair)).isInstanceOf(Interview.Live.class);
        assertThat(only(person(host)).state()).isInstanceOf(Confirmed.class);
        assertThat(one.getBean(Pairs.class).cancel(pair.id(), candidate.id(), "I want to go"))
                .isInstanceOf(PairAnswer.Refused.class);
        now = pair.hour().from().plus(Duration.ofMinutes(10));
        round(one);
        assertThat(only(person(host)).state()).isInstanceOf(Kept.class);
        one.getBean(Draws.class).ask(admin);
        round(one);
        assertThat(pairs(ada)).as("never again").hasSize(1);
    }

    @Test
    void who_may_not_sign_in_any_more_is_in_no_pair_and_the_other_need_not_wait() {
        Person ada = member("role");
        Person ben = member("role");
        PairView pair = confirmed(ada, ben);
        one.getBean(org.threeshift.core.people.Directory.class).suspend(admin, ada.id());
        round(one);
        assertThat(only(ben).state())
                .as("reads like a block, and hides one")
                .isEqualTo(new Released(pair.hour(), PairState.Why.APART, Set.of(), true));
        assertThat(interview(pair)).isInstanceOf(Interview.Cancelled.class);
    }

    /** As when the draw had looked at who keeps apart from whom before the block was there. */
    @Test
    void a_block_that_came_while_a_draw_was_reckoned_holds_when_both_confirm() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ada);
        database.jdbcClient()
                .sql("insert into person_block (person_id, other_id, at) values (:ada, :ben, now())")
                .param("ada", ada.id().value())
                .param("ben", ben.id().value())
                .update();
        confirm(ada, proposed);
        confirm(ben, proposed);
        assertThat(only(ben).asksPartner()).as("as if ada had not answered").isTrue();
        assertThat(only(ben).partner()).isEmpty();
        assertThat(only(ada).over()).isTrue();
        assertThat(count("appointment")).isZero();
    }

    @Test
    void who_is_blocked_before_both_have_confirmed_cannot_tell_it_from_somebody_who_does_not_answer() {
        Person ada = member("role");
        Person ben = member("role");
        round(one);
        PairView proposed = only(ben);
        confirm(ada, proposed);
        PairView before = only(ben);
        blocks(ada, ben);
        round(one);
        assertThat(only(ben))
                .as("not even by when it changed")
                .usingRecursiveComparison()
                .ignoringFields("pair.state", "changedAt")
                .isEqualTo(before);
        assertThat(only(ben).state())
                .isEqualTo(new PairState.Proposed(
                        proposed.hour(), proposed.confirmBy().orElseThrow()));
        assertThat(told(Kind.MATCHED)).as("ada needs to answer no more").containsExactly(ben);
        assertThat(only(ada).over()).isTrue();
        assertThat(one.getBean(Draws.class).isLeft(ada.id())).isTrue();
        assertThat(one.getBean(Draws.class).isLeft(ben.id())).isFalse();

        now = proposed.confirmBy().orElseThrow().minus(Duration.ofHours(1));
        round(one);
        assertThat(told(Kind.CONFIRM)).as("reminded like anybody").containsExactly(ben);
        assertThat(confirm(ben, proposed)).isInstanceOf(PairAnswer.Done.class);
        assertThat(only(ben).asksPartner()).isTrue();
        assertThat(only(ben).partner()).isEmpty();
        assertThat(confirm(ada, proposed)).isInstanceOf(PairAnswer.Refused.class);

        now = proposed.confirmBy().orElseThrow().plusSeconds(1);
        round(other);
        assertThat(only(ben).state()).isEqualTo(new Released(proposed.hour(), PairState.Why.LAPSED, Set.of(), false));
        assertThat(only(ben).partner()).isEmpty();
        assertThat(told(Kind.RELEASED)).as("ada knows").containsExactly(ben);
        assertThat(one.getBean(Draws.class).isLeft(ben.id())).isTrue();
        assertThat(only(ada).left()).isTrue();
    }

    @Test
    void in_the_waiting_room_who_is_blocked_has_their_minute_like_anybody_and_stays_in_the_line_if_they_used_it() {
        Person ada = member("role");
        Person ben = member("role");
        room(one).join(ada);
        assertThat(room(one).join(ben)).isInstanceOf(Standing.Found.class);
        blocks(ada, ben);
        assertThat(room(one).look(ada)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).look(ben)).isInstanceOfSatisfying(Standing.Found.class, found -> {
            assertThat(found.pair().asksReader()).isTrue();
            confirm(ben, found.pair());
        });
        assertThat(room(one).look(ben))
                .isInstanceOfSatisfying(
                        Standing.Found.class,
                        found -> assertThat(found.pair().asksPartner()).isTrue());
        now = now.plusSeconds(61);
        assertThat(room(one).look(ben)).isInstanceOf(Standing.Waiting.class);
        assertThat(room(one).look(ada)).as("never with each other").isInstanceOf(Standing.Waiting.class);
    }

    /** Of people who met long ago. */
    private static void blocks(Person by, Person whom) {
        one.getBean(TransactionOperations.class).executeWithoutResult(_ -> {
            database.jdbcClient()
                    .sql("insert into person_block (person_id, other_id, at) values (:by, :whom, now())")
                    .param("by", by.id().value())
                    .param("whom", whom.id().value())
                    .update();
            one.getBeansOfType(BlockHeard.class).values().forEach(ear -> ear.blocked(by.id(), whom.id()));
        });
    }

    @Test
    void with_one_of_the_two_goes_the_pair() {
        Person ada = member("role");
        Person ben = member("role");
        confirmed(ada, ben);
        database.jdbcClient()
                .sql("select delete_what_goes_with_a_person(:person)")
                .param("person", ben.id().value())
                .query(rows -> {});
        assertThat(pairs(ada)).isEmpty();
        assertThat(count("pair")).isZero();
    }
}
