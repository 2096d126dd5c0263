package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.threeshift.web.edge.RequestId;
import org.threeshift.web.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the API to whoever is not signed in or may not do this: RFC 9457 problem details. */
record ApiRefusals(Texts texts, JsonMapper json) implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"threeshift\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        answer(request, response, HttpStatus.UNAUTHORIZED, "security.api.sign-in");
    }

    /**
     * For where forms of pages are taken too: whoever is nobody is told to say who they are, and not that a form's token is missing,
     * which they could not have.
     */
    AccessDeniedHandler nobodyFirst(SecurityContextHolderStrategy contexts) {
        return (request, response, exception) -> {
            Authentication who = contexts.getContext().getAuthentication();
            if (who != null && who.getPrincipal() instanceof SignedInPerson) {
                handle(request, response, exception);
            } else {
                commence(request, response, new InsufficientAuthenticationException("Nobody", exception));
            }
        };
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "security.api.forbidden");
    }

    /** @param key of the sentence */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", texts.text(key));
        problem.put("instance", request.getRequestURI());
        problem.put("request", RequestId.of(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
