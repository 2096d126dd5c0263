package org.threeshift.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.threeshift.web.page.StaleForm;

/**
 * Gives a form back that came from one of our own pages when its sender was signed out meanwhile, or when its token is none any
 * more. It is refused as ever; the page that says so holds what was entered, with a token of its own, for its person to send.
 * What a page of another site sends comes back as nothing.
 *
 * @param ask    for everything else that nobody is signed in for
 * @param refuse for everything else
 */
record StaleForms(AuthenticationEntryPoint ask, AccessDeniedHandler refuse)
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String SIGN_OUT = "/sign-out";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        if (ownForm(request)) {
            keep(request);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            ask.commence(request, response, nobody);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        boolean stale = refusal instanceof CsrfException && ownForm(request);
        if (stale && LivePaths.path(request).equals(SIGN_OUT) && request.getUserPrincipal() == null) {
            // That is so already.
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        if (stale) {
            keep(request);
        }
        refuse.handle(request, response, refusal);
    }

    private static void keep(HttpServletRequest request) {
        String token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken fresh
                ? fresh.getParameterName()
                : "_csrf";
        StaleForm.keep(request, token, !PageRules.forAnybody(LivePaths.path(request)));
    }

    /** To be answered with a page. */
    private static boolean ownForm(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && fromOwnPage(request);
    }

    /** As far as the browser says so: what says nothing of where it comes from is not taken for ours. */
    private static boolean fromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? request.getHeader(HttpHeaders.ORIGIN) != null && !OwnPagesOnly.foreign(request)
                : site.equals("same-origin");
    }
}
