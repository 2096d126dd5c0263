package org.threeshift.web.security;

import java.util.Arrays;
import org.springframework.http.server.PathContainer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The coarse rules of the pages: who must be signed in where. A path that is named nowhere asks for somebody who is signed in,
 * guest or member. The first line that fits counts, from the top.
 */
final class PageRules {
    /** The same for everybody, and without a secret. */
    private static final String[] FILES = paths("""
            /assets/**
            /webjars/**
            /aura/**
            /favicon.ico
            /push-worker.js
            /robots.txt
            /error
            """);

    /** For whoever comes, signed in or not. */
    private static final String[] ANYBODY = paths("""
            /
            /address/**
            /calendar/feed/*
            /book/**
            /demonstration/**
            /forgot/**
            /invitation/**
            /join/**
            /keep/**
            /privacy
            /register/**
            /set-password/**
            /setup/**
            /shared/**
            /sign-in/**
            """);

    private static final String[] ADMINS = paths("""
            /admin/**
            /audit/**
            /draws/**
            /erasures/**
            /glass/**
            /outbox/**
            /people/**
            /settings/**
            """);

    private static final String[] GUESTS = paths("""
            /account/keep
            """);

    /** Under a path of members, and for guests as well: what they share, and what is kept about them. */
    private static final String[] SIGNED_IN = paths("""
            /account/data/**
            /account/shares/**
            """);

    /** Everybody with an account, coaches and admins among them. */
    private static final String[] MEMBERS = paths("""
            /account/**
            /analysis/**
            /banks/**
            /booking/**
            /bookings/**
            /cohorts/**
            /evenings/**
            /host/**
            /invitations/**
            /messages/**
            /practice/**
            /reports/**
            """);

    private PageRules() {}

    static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        ChainRules.innerDispatches(requests)
                .requestMatchers(FILES)
                .permitAll()
                .requestMatchers(ANYBODY)
                .permitAll()
                .requestMatchers(ADMINS)
                .hasRole(SignedInPerson.ADMIN)
                .requestMatchers(GUESTS)
                .hasRole(SignedInPerson.GUEST)
                .requestMatchers(SIGNED_IN)
                .authenticated()
                .requestMatchers(MEMBERS)
                .hasRole(SignedInPerson.MEMBER)
                .anyRequest()
                .authenticated();
    }

    /** Whether a path is open to people who are not signed in. */
    static boolean forAnybody(String path) {
        var parsed = PathContainer.parsePath(path);
        return Arrays.stream(ANYBODY)
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(pattern -> pattern.matches(parsed));
    }

    private static String[] paths(String lines) {
        return lines.lines().toArray(String[]::new);
    }
}
