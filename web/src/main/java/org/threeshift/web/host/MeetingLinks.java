package org.threeshift.web.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The link of a meeting elsewhere, as a host types it. Which links are taken is decided in core. */
final class MeetingLinks {
    private MeetingLinks() {}

    /** Nothing typed is fine, too: then people meet in the call that is built in. */
    static boolean readable(String typed) {
        return typed.isBlank() || read(typed).isPresent();
    }

    static Optional<URI> read(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(new URI(typed.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
