package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a person goes on after signing in: an address of this installation, never one outside.
 *
 * @param path begins with one slash
 */
public record ReturnAddress(String path) {
    /** The name of the request parameter that carries it. */
    public static final String PARAMETER = "next";

    private static final ReturnAddress HOME = new ReturnAddress("/home");

    /** What was asked for, as far as it is safe to send a browser there; home otherwise. */
    public static ReturnAddress of(String wanted) {
        return safe(wanted) ? new ReturnAddress(wanted) : HOME;
    }

    static ReturnAddress of(HttpServletRequest request) {
        String query = request.getQueryString();
        return of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** The path as forms and links carry it: empty for home. */
    public String onward() {
        return isHome() ? "" : path;
    }

    public boolean isHome() {
        return equals(HOME);
    }

    /** The sign-in page that leads here, for whoever has to come in first. */
    public String signIn() {
        return isHome() ? "/sign-in" : "/sign-in?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /**
     * The sign-in page that leads here, after a way in that did not lead in.
     *
     * @param refused which, as the page's sentences name it
     */
    public String signIn(String refused) {
        return signIn() + (isHome() ? "?" : "&") + "refused=" + refused;
    }

    private static boolean safe(String wanted) {
        if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
