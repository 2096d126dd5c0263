package org.threeshift.core.interview.model;

import java.util.List;
import java.util.Optional;

/**
 * What an interview is held on: a round of a frozen bank version.
 *
 * @param minutes the whole time of the round
 */
public record Agenda(
        String bankId, int bankVersion, String roundId, String title, int minutes, List<AgendaItem> items) {
    public Agenda {
        items = List.copyOf(items);
    }

    public Optional<AgendaItem> item(String questionId) {
        return items.stream()
                .filter(item -> item.questionId().equals(questionId))
                .findFirst();
    }
}
