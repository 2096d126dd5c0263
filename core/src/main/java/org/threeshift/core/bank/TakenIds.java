package org.threeshift.core.bank;

import java.util.HashMap;
import java.util.Map;

/** The ids given so far among things that need different ones. */
final class TakenIds {
    private final Map<String, Integer> lines = new HashMap<>();

    /** Reports an id that is taken already. */
    void take(String id, Fields owner) {
        Integer first = lines.putIfAbsent(id, owner.lineOf("id"));
        if (first != null && !id.isEmpty()) {
            owner.problem("id", Sentence.ID_TWICE, id, Integer.toString(first));
        }
    }
}
