package org.threeshift.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What one request is called: in the log, in its answer's header, and on the page or in the problem that says what went wrong. From a
 * believed proxy it may come with the request; any other request gets one of its own.
 */
public record RequestId(String text) {
    /** Both ways. */
    public static final String HEADER = "X-Request-Id";
    /** The name in the log. */
    public static final String LOG_KEY = "request";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** Eight to 64 letters, digits, dots, dashes or underscores. */
    static boolean wellFormed(String text) {
        return WELL_FORMED.matcher(text).matches();
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The id of a request; empty outside the running server. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestId(String text) ? text : "";
    }
}
