package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends a browser that loads a page to the sign-in page and back. Whatever a script asks for is answered 401 instead:
 * a script can do nothing with a sign-in page.
 */
final class AskToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", ReturnAddress.of("").signIn());
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (loadsPage(request)) {
            response.sendRedirect(request.getContextPath() + returnTo(request).signIn());
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean loadsPage(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (destination != null) {
            return destination.equals("document");
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return (accepted == null || accepted.contains("text/html") || accepted.equals("*/*"))
                && !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && request.getParameter("v-r") == null;
    }

    /** A form's address can't be loaded again, so that its sender goes on at home. */
    private static ReturnAddress returnTo(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? ReturnAddress.of(request) : ReturnAddress.of("");
    }
}
