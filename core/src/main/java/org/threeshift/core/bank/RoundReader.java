package org.threeshift.core.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one round of a bank file. */
final class RoundReader {
    static final List<String> KEYS = List.of("id", "title", "purpose", "minutes", "questions");
    static final int MOST_MINUTES = 180;

    private final Map<String, Integer> minutesOfQuestions;
    private final Problems problems;

    /** @param minutesOfQuestions by the bank's question ids; 0 where the file does not say them properly */
    RoundReader(Map<String, Integer> minutesOfQuestions, Problems problems) {
        this.minutesOfQuestions = minutesOfQuestions;
        this.problems = problems;
    }

    Round read(Fields fields) {
        Round round = new Round(
                fields.id("id"),
                fields.label("title"),
                fields.text("purpose"),
                questions(fields),
                fields.number("minutes", 1, MOST_MINUTES));
        compareMinutes(round, fields);
        return round;
    }

    private List<String> questions(Fields fields) {
        List<String> questions = new ArrayList<>();
        List<Node> nodes = fields.list("questions", 0);
        for (int at = 0; at < nodes.size(); at++) {
            Node node = nodes.get(at);
            fields.values()
                    .label(Sentence.WORD_ENTRY.with("questions", at + 1), node)
                    .ifPresent(id -> {
                        if (!minutesOfQuestions.containsKey(id)) {
                            problems.at(node, Sentence.ROUND_QUESTION_UNKNOWN, id);
                        } else if (questions.contains(id)) {
                            problems.at(node, Sentence.ROUND_QUESTION_TWICE, id);
                        } else {
                            questions.add(id);
                        }
                    });
        }
        fields.size("questions")
                .filter(size -> size == 0)
                .ifPresent(_ -> fields.problem("questions", Sentence.ROUND_EMPTY));
        return questions;
    }

    private void compareMinutes(Round round, Fields fields) {
        List<Integer> minutes =
                round.questions().stream().map(minutesOfQuestions::get).toList();
        int needed = minutes.stream().mapToInt(Integer::intValue).sum();
        if (round.minutes() > 0 && !minutes.contains(0) && round.minutes() < needed) {
            fields.problem("minutes", Sentence.ROUND_TOO_SHORT, round.minutes(), needed);
        }
    }
}
