package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The addresses that the open pages of an interview ask every few seconds, and the streams that they follow. They take JSON only. */
final class LivePaths {
    private static final Pattern LIVE = Pattern.compile("/api/interviews/[^/]+/(here|call(/.*)?)");

    private LivePaths() {}

    static boolean contain(HttpServletRequest request) {
        return LIVE.matcher(path(request)).matches();
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
