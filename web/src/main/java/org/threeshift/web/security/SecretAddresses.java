package org.threeshift.web.security;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Pages whose address is a secret, as it lets in whoever has it: no other site hears of it, no page of ours, and not the log. */
final class SecretAddresses {
    private static final List<PathPattern> ALL =
            """
            /address/**
            /calendar/feed/**
            /forgot/**
            /invitation/**
            /join/**
            /keep/**
            /register/**
            /set-password/**
            /setup/**
            /shared/**
            /sign-in/agree/**
            /sign-in/link/**
            """.lines().map(PathPatternParser.defaultInstance::parse).toList();

    private SecretAddresses() {}

    static boolean contain(String path) {
        var parsed = PathContainer.parsePath(path);
        return ALL.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    /** As it may be told: of a secret address only how it begins. */
    static String told(String path) {
        int second = path.indexOf('/', 1);
        return contain(path) && second > 0 ? path.substring(0, second) + "/…" : path;
    }
}
