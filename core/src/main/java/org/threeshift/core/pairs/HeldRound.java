package org.threeshift.core.pairs;

import org.threeshift.core.pairing.Field;

/**
 * On what the first half of a pair's exchange is held.
 *
 * @param wanted the role that its candidate practises for; may be empty
 * @param fits   whether the bank is for such a role; so it is for whoever wants none in particular
 */
public record HeldRound(String title, int questions, int minutes, String bank, String wanted, boolean fits) {
    /** Whether the two roles share a word that says what is led, or one of them names nothing in particular. */
    static boolean fits(String bankRole, String wanted) {
        return Field.of(bankRole).fits(Field.of(wanted));
    }
}
