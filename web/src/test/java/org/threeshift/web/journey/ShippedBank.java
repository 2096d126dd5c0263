package org.threeshift.web.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.BankReader;
import org.threeshift.core.bank.BankReading;
import org.threeshift.core.bank.Question;

/** The bank that ships, read as the application reads it. */
final class ShippedBank {
    static final Bank BANK = read();

    private ShippedBank() {}

    static List<Question> questions(String round) {
        return BANK.round(round).orElseThrow().questions().stream()
                .map(id -> BANK.question(id).orElseThrow())
                .toList();
    }

    private static Bank read() {
        try (InputStream file = Bank.class.getResourceAsStream("/banks/marketing-manager.yaml")) {
            if (file == null) {
                throw new AssertionError("The shipped bank is not on the class path");
            }
            return switch (new BankReader().read(file.readAllBytes(), "marketing-manager.yaml")) {
                case BankReading.Read read -> read.bank();
                case BankReading.Rejected(var problems) -> throw new AssertionError(problems);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
