package org.threeshift.core.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.following.Candidates.NONE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Row ada = Candidates.called("Ada").scorecard(2.0, 3.0, 4.0).row();
    private final Row ben = Candidates.called("Ben")
            .scorecard(3.0, 3.0, 3.0)
            .scorecard(2.5, 2.5, 2.5)
            .row();
    private final Row two = Candidates.called("Cleo")
            .scorecard(Set.of(1, 2), NONE, 1, 1.0, 1.0, 1.0)
            .row();
    private final Row elodie = Candidates.called("Élodie Marchand")
            .scorecard(Set.of(1), NONE, 1, NONE, 4, 4)
            .scorecard(Set.of(2, 3), NONE, 1, 3, 3, 3)
            .activity(Optional.of(new Activity(Optional.of(Candidates.NOW), Optional.empty(), 2)))
            .row();
    private final Row none = Candidates.called("Finn").since(3).row();
    private final List<Row> all = List.of(ada, ben, two, elodie, none);

    @Test
    void by_a_score_whoever_needs_help_comes_first() {
        assertThat(roster(Order.STRATEGY, false).shown()).containsExactly(ada, ben);
        assertThat(roster(Order.STRATEGY, true).shown()).containsExactly(ben, ada);
        assertThat(roster(Order.TEAM, false).shown()).containsExactly(ben, ada, elodie);
        assertThat(roster(Order.LOW, false).shown()).containsExactly(ada, ben, elodie);
        assertThat(roster(Order.CHANGE, false).shown()).containsExactly(ben, elodie);
    }

    @Test
    void nobody_on_fewer_than_three_raters_is_ranked_and_nobody_without_a_number() {
        for (Order order : Order.values()) {
            Roster roster = roster(order, false);
            if (order.ranks()) {
                assertThat(roster.shown()).doesNotContain(two, none);
                assertThat(roster.unranked()).contains(two, none);
            } else {
                assertThat(roster.shown()).hasSize(5);
                assertThat(roster.unranked()).isEmpty();
            }
        }
        assertThat(roster(Order.STRATEGY, false).unranked()).containsExactly(two, elodie, none);
        assertThat(roster(Order.STRATEGY, true).unranked()).containsExactly(two, elodie, none);
    }

    @Test
    void by_activity_and_by_sheets_everybody_has_a_place() {
        assertThat(roster(Order.ACTIVITY, false).shown()).containsExactly(none, ada, ben, two, elodie);
        assertThat(roster(Order.SHEETS, false).shown().getFirst()).isEqualTo(elodie);
        assertThat(roster(Order.NAME, true).shown()).isEqualTo(all.reversed());
    }

    @Test
    void names_are_found_without_accents_and_case() {
        assertThat(filtered(new Filter(" elodie m", Optional.empty(), Optional.empty())))
                .containsExactly(elodie);
        assertThat(filtered(new Filter("(", Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(filtered(Filter.NONE)).isEqualTo(all);
    }

    @Test
    void a_need_is_found_and_who_needs_what_is_not_filtered() {
        Row idle = Candidates.called("Gus").since(40).row();
        var filter = new Filter("", Optional.empty(), Optional.of(Need.INACTIVE));

        assertThat(Roster.of(List.of(ada, idle), filter, Order.NAME, false).shown())
                .containsExactly(idle);
        assertThat(Roster.of(
                                List.of(ada, idle),
                                new Filter("ada", Optional.empty(), Optional.empty()),
                                Order.NAME,
                                false)
                        .needs())
                .containsExactly(java.util.Map.entry(Need.INACTIVE, List.of(idle)));
    }

    @Test
    void an_address_names_its_order() {
        for (Order order : Order.values()) {
            assertThat(Order.of(order.key())).isEqualTo(order);
        }
        assertThat(Order.of("score; drop")).isEqualTo(Order.NAME);
        assertThat(ada.candidate().lastHeld()).contains(Candidates.NOW.minus(Duration.ofDays(10)));
    }

    private Roster roster(Order order, boolean reversed) {
        return Roster.of(all, Filter.NONE, order, reversed);
    }

    private List<Row> filtered(Filter filter) {
        return Roster.of(all, filter, Order.NAME, false).shown();
    }
}
