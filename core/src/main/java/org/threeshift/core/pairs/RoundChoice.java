package org.threeshift.core.pairs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Round;

/**
 * A round for the first half. In this order it holds nothing that its candidate was asked before, is of a bank for the role that
 * they want, leaves the bank something for the second half, and fills the time.
 *
 * @param known how many of its questions the candidate was asked before
 */
record RoundChoice(Bank bank, Round round, int known) {

    /**
     * All that fit the time, the best first. A round of more minutes than there are is the last resort: it is cut short.
     *
     * @param role    of the candidate; may be empty
     * @param asked   every question that was ever put to the candidate, as {@code bank/question}
     * @param minutes the first half's share
     */
    static List<RoundChoice> of(List<Bank> banks, String role, Set<String> asked, int minutes) {
        return banks.stream()
                .flatMap(bank ->
                        bank.rounds().stream().map(round -> new RoundChoice(bank, round, known(bank, round, asked))))
                .sorted(Comparator.comparing((RoundChoice choice) -> choice.known() > 0)
                        .thenComparingInt(choice -> -likeness(choice.bank().role(), role))
                        .thenComparingInt(RoundChoice::known)
                        .thenComparing(choice -> choice.round().minutes() > minutes)
                        .thenComparing(choice -> !choice.leavesAnother())
                        .thenComparingInt(choice -> Math.abs(choice.round().minutes() - minutes))
                        .thenComparing(choice -> choice.bank().id())
                        .thenComparing(choice -> choice.round().id()))
                .toList();
    }

    /** Whether the bank has a round that shares no question with this one, for the second half. */
    private boolean leavesAnother() {
        return bank.rounds().stream()
                .anyMatch(other -> other.questions().stream().noneMatch(round.questions()::contains));
    }

    private static int known(Bank bank, Round round, Set<String> asked) {
        return (int) round.questions().stream()
                .filter(question -> asked.contains(bank.id() + "/" + question))
                .count();
    }

    /** How many words a bank's role shares with the one that somebody wants. */
    static int likeness(String bankRole, String wanted) {
        Set<String> words = words(wanted);
        return (int) words(bankRole).stream().filter(words::contains).count();
    }

    private static Set<String> words(String role) {
        return Arrays.stream(role.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
