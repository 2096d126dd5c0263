package org.threeshift.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Pass;
import org.threeshift.core.id.Token;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.core.token.AccessTokens.Bearer;
import org.threeshift.core.token.Scope;

/** Lets a program in by its token (RFC 6750), as far as the token goes and no more often than it may. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"threeshift\", error=\"%s\"";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessTokens tokens;
    private final SecondFactors factors;
    private final Throttle throttle;
    private final InstantSource time;
    private final ApiRefusals refusals;
    private final SecurityContextHolderStrategy contexts;

    BearerFilter(
            AccessTokens tokens,
            SecondFactors factors,
            Throttle throttle,
            InstantSource time,
            ApiRefusals refusals,
            SecurityContextHolderStrategy contexts) {
        this.tokens = tokens;
        this.factors = factors;
        this.throttle = throttle;
        this.time = time;
        this.refusals = refusals;
        this.contexts = contexts;
    }

    /** Whether a request comes with a token at all, good or not. */
    static boolean carries(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Bearer> bearer = tokens.bearer(secret(request)).filter(found -> !factors.missing(found.person()));
        Pass pass = bearer.map(known -> throttle.pass(
                        Throttle.Kind.TOKEN_CALLS, known.token().id().toString(), time.instant()))
                .orElseGet(() -> throttle.pass(Throttle.Kind.TOKEN_NETWORK, request.getRemoteAddr(), time.instant()));
        if (pass instanceof Pass.Wait(var left)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds() + 1));
            refusals.answer(request, response, HttpStatus.TOO_MANY_REQUESTS, "security.api.too-often");
        } else if (bearer.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE.formatted("invalid_token"));
            refusals.answer(request, response, HttpStatus.UNAUTHORIZED, "security.api.token");
        } else if (bearer.get().token().scope() == Scope.READ && !reads(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE.formatted("insufficient_scope"));
            refusals.answer(request, response, HttpStatus.FORBIDDEN, "security.api.reads-only");
        } else {
            contexts.setContext(
                    new SecurityContextImpl(new SignedInPerson(bearer.get().person()).authentication()));
            chain.doFilter(request, response);
        }
    }

    private static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || LivePaths.path(request).equals(ApiPaths.ANALYSIS);
    }

    /** Of a request that carries one. */
    static Token secret(HttpServletRequest request) {
        String authorization = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        return new Token(authorization.substring(SCHEME.length()).strip());
    }
}
