package org.threeshift.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages take forms, and JSON from scripts; anything else is answered 415 before anybody reads it as an empty form. The API says for
 * each address what it takes, and the console speaks as Vaadin does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyType extends OncePerRequestFilter {
    private static final Set<String> TAKEN =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "application/json");
    private static final List<String> ELSEWHERE = List.of("/api/", "/console");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type != null && !TAKEN.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") || ELSEWHERE.stream().anyMatch(path::startsWith);
    }
}
