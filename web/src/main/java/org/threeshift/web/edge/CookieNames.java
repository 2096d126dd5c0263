package org.threeshift.web.edge;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What cookies are called. By TLS their names begin so that a browser takes them from this very host and by TLS only
 * ({@code __Host-}; {@code __Secure-} for the one with a path of its own), and no neighbour can plant one. By plain HTTP, which only a
 * machine's own localhost should use, browsers refuse such names, and they are as they stand here.
 */
public final class CookieNames {
    /** Who is signed in. */
    public static final String SESSION = "THREESHIFT";
    /** That this browser is the same as before, and nothing else. */
    public static final String BROWSER = "THREESHIFT_BROWSER";
    /** The open console. */
    public static final String CONSOLE = "THREESHIFT_CONSOLE";

    public static final String CONSOLE_PATH = "/console";
    /** What a form must give back. */
    public static final String CSRF = "XSRF-TOKEN";

    private static final String HOST = "__Host-";
    private static final String SECURE = "__Secure-";

    private CookieNames() {}

    /** A cookie of the whole host, as it is called on this request's way. */
    public static String ofHost(String name, HttpServletRequest request) {
        return request.isSecure() ? ofHost(name) : name;
    }

    public static String ofHost(String name) {
        return HOST + name;
    }

    static String secure(String name) {
        return SECURE + name;
    }
}
