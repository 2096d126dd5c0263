package org.threeshift.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells an open console that nobody is signed in any more, in the words that Vaadin's browser side knows for an ended
 * session: it loads its page again and thereby comes to the sign-in page. A bare 401 would leave it standing mute.
 */
record ConsoleEnded(AuthenticationEntryPoint elsewhere) implements AuthenticationEntryPoint {
    private static final byte[] SESSION_EXPIRED = """
            {"meta":{"async":true,"sessionExpired":true}}""".getBytes(StandardCharsets.UTF_8);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        String kind = request.getParameter("v-r");
        if ("uidl".equals(kind)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(SESSION_EXPIRED);
        } else if ("heartbeat".equals(kind)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            elsewhere.commence(request, response, exception);
        }
    }
}
