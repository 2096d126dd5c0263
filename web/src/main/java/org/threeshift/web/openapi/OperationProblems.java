package org.threeshift.web.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.threeshift.core.call.Calls;
import org.threeshift.web.page.Texts;

/** The problems of each operation (RFC 9457), with the very sentences that the API answers. */
@Component
final class OperationProblems {
    private static final String AN_ID = "0190a1b2-5d6e-7f80-91a2-b3c4d5e6f708";

    /** What stands in the places of sentences that have some. */
    private static final Object[] EXAMPLES = {Calls.PLACES, 7, "The rater is missing."};

    private final Texts texts;

    OperationProblems(Texts texts) {
        this.texts = texts;
    }

    /** Those of its own and those that all have, by status. */
    Map<String, String> of(Described operation) {
        Map<String, String> keys = new TreeMap<>();
        keys.put("401", "security.api.sign-in");
        keys.put("429", "security.api.too-often");
        keys.put("500", "error.broken.problem");
        keys.put("503", "error.away.problem");
        if (operation.writes()) {
            keys.put("403", "security.api.reads-only");
            keys.put("415", "error.type.problem");
        }
        keys.putAll(operation.problems());
        keys.replaceAll((_, key) -> texts.text(key, EXAMPLES));
        return keys;
    }

    /** As it comes. */
    static Map<String, Object> example(String status, String sentence, Described operation) {
        Map<String, Object> problem = new LinkedHashMap<>();
        int code = Integer.parseInt(status);
        problem.put("title", HttpStatus.valueOf(code).getReasonPhrase());
        problem.put("status", code);
        problem.put("detail", sentence);
        problem.put("instance", operation.path().replaceAll("\\{[^}]+}", AN_ID));
        problem.put("request", AN_ID);
        return problem;
    }
}
