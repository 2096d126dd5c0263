package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Round;

class RoundChoiceTest {
    private static final Round SHORT = new Round("short", "Short", "", List.of("a", "b"), 30);
    private static final Round LONG = new Round("long", "Long", "", List.of("c", "d"), 60);
    private static final Round BOTH = new Round("both", "Both", "", List.of("a", "c"), 30);
    private static final Bank MARKETING = bank("marketing", "Marketing manager", SHORT, LONG);
    private static final Bank FINANCE = bank("finance", "Finance manager", SHORT);

    @Test
    void the_role_that_somebody_wants_decides_between_banks() {
        assertThat(best(List.of(FINANCE, MARKETING), "Head of marketing", Set.of()))
                .isEqualTo("marketing/short");
        assertThat(best(List.of(MARKETING, FINANCE), "finance manager", Set.of()))
                .isEqualTo("finance/short");
    }

    @Test
    void nobody_is_asked_what_they_were_asked_before_while_there_is_anything_else() {
        assertThat(best(List.of(MARKETING), "Marketing manager", Set.of("marketing/a")))
                .isEqualTo("marketing/long");
        assertThat(best(List.of(MARKETING, FINANCE), "Marketing manager", Set.of("marketing/a", "marketing/c")))
                .as("another role before old questions")
                .isEqualTo("finance/short");
        assertThat(best(List.of(MARKETING), "", Set.of("marketing/a", "marketing/c", "marketing/d")))
                .as("and the fewest old ones where all are")
                .isEqualTo("marketing/short");
    }

    @Test
    void the_same_question_of_another_bank_is_another_question() {
        assertThat(best(List.of(MARKETING), "", Set.of("finance/a"))).isEqualTo("marketing/short");
    }

    @Test
    void a_round_that_fits_the_time_comes_before_one_that_is_cut_short() {
        assertThat(best(List.of(MARKETING), "", Set.of())).isEqualTo("marketing/short");
        assertThat(RoundChoice.of(List.of(MARKETING), "", Set.of(), 60)
                        .getFirst()
                        .round())
                .isEqualTo(LONG);
    }

    @Test
    void the_second_half_keeps_a_round_of_its_own_where_it_can() {
        Bank bank = bank("marketing", "Marketing manager", BOTH, SHORT, LONG);
        assertThat(best(List.of(bank), "", Set.of())).isEqualTo("marketing/short");
    }

    @Test
    void words_decide_how_like_two_roles_are() {
        assertThat(RoundChoice.likeness("Marketing manager", "Senior Marketing-Manager (B2B)"))
                .isEqualTo(2);
        assertThat(RoundChoice.likeness("Marketing manager", "Engineer")).isZero();
        assertThat(RoundChoice.likeness("Marketing manager", "")).isZero();
    }

    private static String best(List<Bank> banks, String role, Set<String> asked) {
        RoundChoice choice = RoundChoice.of(banks, role, asked, 30).getFirst();
        return choice.bank().id() + "/" + choice.round().id();
    }

    private static Bank bank(String id, String role, Round... rounds) {
        return new Bank(id, 1, role, role, "", List.of(), List.of(rounds));
    }
}
