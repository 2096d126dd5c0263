package org.threeshift.web.security;

import java.util.List;
import java.util.function.Supplier;

/** What an answer may load and run. See docs/decisions/0020. */
enum ContentPolicy {
    /**
     * Scripts run by the word of this very answer alone, and whatever a module of theirs imports; styles come from files. The one
     * thing that lets itself be framed is a letter in the outbox, which has a policy of its own.
     */
    PAGE(
            "default-src 'none'",
            "frame-src 'self'",
            "script-src 'nonce-{nonce}'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'"),

    /**
     * Vaadin's browser side makes functions of what the server sends, which is what {@code unsafe-eval} lets it do, and
     * loads scripts by script, which is what {@code strict-dynamic} does. The hashes are those of the two style attributes that it
     * sets ({@code display: none} and {@code display: block}) and of a style sheet with the icons of an upload.
     */
    CONSOLE(
            "default-src 'none'",
            "script-src 'nonce-{nonce}' 'strict-dynamic' 'unsafe-eval'",
            "style-src 'self' 'nonce-{nonce}' 'sha256-3a64dNOQwcII785DP1PNJieaL3Lbu50dIaJGcJ6xwQ4='",
            "style-src-attr 'unsafe-hashes' 'sha256-ZdHxw9eWtnxUb3mk6tBS+gIiVUPE3pGM470keHPDFlE='"
                    + " 'sha256-vYd+FsML43MBXhP+pXOhW9h0Cdq43hkCe4Im/yyvhss='",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'"),

    /** What is no page: nothing at all, should somebody open it as one. */
    DATA("default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"),

    /** The same for the worker that shows messages: their pictures are ours, and it asks this server. */
    WORKER(
            "default-src 'none'",
            "connect-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'"),

    /** The same, but that a script of ours may run as a worker, which asks this server. */
    FILE("default-src 'none'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

    private static final List<String> FILES = List.of("/assets/", "/webjars/", "/aura/");

    private final String directives;

    ContentPolicy(String... directives) {
        this.directives = String.join("; ", directives);
    }

    static ContentPolicy at(String path) {
        if (path.equals("/console") || path.startsWith("/console/")) {
            return CONSOLE;
        }
        if (path.equals(PushWorker.PATH)) {
            return WORKER;
        }
        if (FILES.stream().anyMatch(path::startsWith)) {
            return FILE;
        }
        return path.startsWith("/api/") && !path.equals(ApiPaths.READABLE) ? DATA : PAGE;
    }

    /** @param nonce asked only where scripts may run */
    String filled(Supplier<String> nonce) {
        return directives.contains("{nonce}") ? directives.replace("{nonce}", nonce.get()) : directives;
    }
}
