package org.threeshift.web.page;

import org.springframework.http.HttpStatus;

/** What can come instead of the page that was asked for. Each has its sentences under {@code error.}. */
enum Mishap {
    UNCLEAR(HttpStatus.BAD_REQUEST),
    REFUSED(HttpStatus.FORBIDDEN),
    MISSING(HttpStatus.NOT_FOUND),
    EXPIRED(HttpStatus.GONE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    Mishap(HttpStatus status) {
        this.status = status;
    }

    int code() {
        return status.value();
    }

    /** The nearest one that a reader understands; a wrong method is no more to them than a page that is not there. */
    static Mishap of(int code) {
        for (Mishap mishap : values()) {
            if (mishap.code() == code) {
                return mishap;
            }
        }
        return switch (code) {
            case 401 -> REFUSED;
            case 405 -> MISSING;
            default -> code >= 400 && code < 500 ? UNCLEAR : BROKEN;
        };
    }

    /** The middle part of the key of what a program is told, which can do more about it than a reader. */
    static String problemKey(int code) {
        return switch (code) {
            case 401 -> "unknown";
            case 405 -> "method";
            case 406 -> "format";
            case 411 -> "length";
            case 415 -> "type";
            default -> of(code).key();
        };
    }

    /** The key's middle part, such as {@code too-often}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
