package org.threeshift.core.interview.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an interview is held on: a round of a frozen bank version.
 *
 * @param minutes the whole time of the round
 * @param items   in the order in which they are to be asked
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

    /** @param questionIds all of them, in their new order */
    Agenda inOrder(List<String> questionIds) {
        var next = questionIds.stream().map(id -> item(id).orElseThrow()).toList();
        return new Agenda(bankId, bankVersion, roundId, title, minutes, next);
    }

    Agenda with(AgendaItem added) {
        return new Agenda(
                bankId,
                bankVersion,
                roundId,
                title,
                minutes,
                Stream.concat(items.stream(), Stream.of(added)).toList());
    }
}
