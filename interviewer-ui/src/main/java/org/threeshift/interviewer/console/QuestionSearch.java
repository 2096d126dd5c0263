package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.name;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.bank.Question;

/** Finds questions by any words of what they are called, ask and probe. */
final class QuestionSearch {
    private QuestionSearch() {}

    /** Those that hold every typed word, or its beginning, in the order in which they came; all of them for none. */
    static List<Question> in(List<Question> questions, String typed) {
        List<String> wanted = words(typed);
        return questions.stream()
                .filter(question -> wanted.stream().allMatch(text(question)::contains))
                .toList();
    }

    private static String text(Question question) {
        return Stream.of(
                        Stream.of(question.title(), question.prompt(), name(question.skill())),
                        question.shifts().stream().map(shift -> name(shift)))
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
