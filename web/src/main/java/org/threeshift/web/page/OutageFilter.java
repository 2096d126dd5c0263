package org.threeshift.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threeshift.core.outage.Outage;

/**
 * Around everything else: a request that fails because the database is away is answered with 503, what a form had sent is
 * kept for the page that says so, and nobody is signed out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public final class OutageFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String SENT = OutageFilter.class.getName();
    private static final String SECONDS = "5";
    /** An outage fails many requests, and one line about it is enough for a while. */
    private static final Duration SAID_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Outage outage;
    private final InstantSource time;
    private final AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);

    OutageFilter(Outage outage, InstantSource time) {
        this.outage = outage;
        this.time = time;
    }

    /** What the failed request had sent. Empty when it failed for another reason. */
    static Map<String, String[]> sent(HttpServletRequest request) {
        return request.getAttribute(SENT) instanceof Sent(var parameters) ? parameters : Map.of();
    }

    /** Whether this request failed already because the database is away: then nobody need ask it who is signed in. */
    public static boolean away(HttpServletRequest request) {
        return request.getAttribute(SENT) != null;
    }

    private record Sent(Map<String, String[]> parameters) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!outage.causes(failure)) {
                throw failure;
            }
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                // The end of a live line whose reader has gone.
                return;
            }
            if (response.isCommitted()) {
                throw failure;
            }
            say(failure);
            request.setAttribute(SENT, new Sent(Map.copyOf(request.getParameterMap())));
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void say(Exception failure) {
        Instant now = time.instant();
        Instant before = said.get();
        if (before.plus(SAID_AGAIN_AFTER).isBefore(now) && said.compareAndSet(before, now)) {
            LOG.warn("The database does not answer; requests are told to come again: {}", failure.getMessage());
        }
    }
}
