package org.threeshift.interviewer.console;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A person's own notes in the making, for the browser. */
final class BegunNotes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * As the browser knows notes.
     *
     * @param at in milliseconds since 1970
     */
    private record Begun(String note, String question, String title, String words, long revision, long at) {}

    private BegunNotes() {}

    static String json(Screen screen) {
        List<Begun> begun = screen.begun().stream()
                .map(draft -> new Begun(
                        draft.note().toString(),
                        draft.questionId(),
                        screen.title(draft.questionId()),
                        draft.text(),
                        draft.revision(),
                        draft.at().toEpochMilli()))
                .toList();
        return JSON.writeValueAsString(begun);
    }

    static String json(Words words, Screen screen) {
        return JSON.writeValueAsString(new Begun(
                words.note().toString(),
                words.questionId(),
                screen.title(words.questionId()),
                words.text(),
                words.revision(),
                screen.now().toEpochMilli()));
    }
}
