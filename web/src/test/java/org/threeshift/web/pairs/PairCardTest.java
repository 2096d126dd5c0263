package org.threeshift.web.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.PersonId;

class PairCardTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final PersonId ONE = new PersonId(new UUID(0, 1));
    private static final PersonId OTHER = new PersonId(new UUID(0, 2));

    @Test
    void a_block_reads_like_a_pair_that_somebody_turned_down() {
        assertThat(card(Why.APART, Set.of(), false).standing())
                .isEqualTo(card(Why.DECLINED, Set.of(OTHER), false).standing())
                .isNotEqualTo(card(Why.LAPSED, Set.of(), false).standing());
    }

    @Test
    void who_had_agreed_reads_that_it_is_off_and_nothing_of_who_wanted_that() {
        PairCard off = card(Why.APART, Set.of(), true);
        assertThat(off.standing()).isEqualTo("released.off");
        assertThat(off.word()).as("as of any that was called off").isEqualTo("cancelled");
        assertThat(off.view().hadPart()).isFalse();
        assertThat(off.free()).isTrue();
    }

    @Test
    void a_list_tells_what_nobody_confirmed_from_what_somebody_turned_down() {
        assertThat(card(Why.LAPSED, Set.of(OTHER), false).word()).isEqualTo("lapsed");
        assertThat(card(Why.DECLINED, Set.of(OTHER), false).word())
                .isEqualTo(card(Why.APART, Set.of(), false).word())
                .isEqualTo("released");
    }

    private static PairCard card(Why why, Set<PersonId> by, boolean agreed) {
        var released = new Released(new Span(NOON, NOON.plusSeconds(5400)), why, by, agreed);
        var pair = new Pair(
                new PairId(new UUID(0, 3)), Origin.DRAW, ONE, OTHER, NOON, new InterviewId(new UUID(0, 4)), released);
        return new PairCard(
                new PairView(pair, ONE, Optional.empty(), Optional.empty(), Optional.empty(), "", NOON),
                Optional.empty());
    }
}
