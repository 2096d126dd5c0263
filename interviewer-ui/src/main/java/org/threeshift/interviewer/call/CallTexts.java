package org.threeshift.interviewer.call;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What {@code live-call.js} says, from {@code call.properties}. */
public final class CallTexts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.threeshift.interviewer.call.call", Locale.ROOT);

    private static final String JSON = JsonMapper.builder().build().writeValueAsString(sentences());

    private CallTexts() {}

    /** All of them as one JSON object, for the element's attribute {@code texts}. */
    public static String json() {
        return JSON;
    }

    static Map<String, String> sentences() {
        Map<String, String> sentences = new TreeMap<>();
        BUNDLE.keySet().forEach(key -> sentences.put(key, BUNDLE.getString(key)));
        return sentences;
    }
}
