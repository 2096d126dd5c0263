package org.threeshift.core.bank;

import java.util.List;

/**
 * An ordered, time-boxed choice of questions with a purpose.
 *
 * @param id        stable within the bank
 * @param questions ids of the bank's questions, in order; at least one
 * @param minutes   the whole time; at least the sum of the questions' minutes
 */
public record Round(String id, String title, String purpose, List<String> questions, int minutes) {
    public Round {
        questions = List.copyOf(questions);
    }
}
