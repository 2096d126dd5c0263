package org.threeshift.web.evening;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.web.page.Choice;
import org.threeshift.web.page.Texts;

/** The rounds whose questions may be asked on an evening. */
@Component
final class EveningRounds {
    private final Banks banks;
    private final Texts texts;

    EveningRounds(Banks banks, Texts texts) {
        this.banks = banks;
        this.texts = texts;
    }

    List<Choice> all() {
        return banks.newestOfAll().stream()
                .flatMap(bank -> bank.rounds().stream()
                        .map(round -> new Choice(
                                bank.id() + "/" + round.id(),
                                round.title(),
                                texts.text(
                                        "evening.round",
                                        bank.title(),
                                        round.questions().size()))))
                .toList();
    }

    /** All of the first bank: an evening needs many questions. */
    List<String> usual() {
        return banks.newestOfAll().stream().findFirst().map(EveningRounds::of).orElse(List.of());
    }

    private static List<String> of(Bank bank) {
        return bank.rounds().stream().map(round -> bank.id() + "/" + round.id()).toList();
    }
}
