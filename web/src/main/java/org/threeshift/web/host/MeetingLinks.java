package org.threeshift.web.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The link of a meeting elsewhere, as a host types it. Which links are taken is decided in core. */
final class MeetingLinks {
    /** A name with a dot, then perhaps a port, a path or more. */
    private static final Pattern BARE = Pattern.compile("[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+([:/?#].*)?");

    private MeetingLinks() {}

    /** Nothing typed is fine, too: then people meet in the call that is built in. */
    static boolean readable(String typed) {
        return typed.isBlank()
                || read(typed)
                        .filter(link -> "https".equalsIgnoreCase(link.getScheme()))
                        .isPresent();
    }

    /** A link without its beginning, as people copy it from where it is shown, is one of https. */
    static Optional<URI> read(String typed) {
        String link = typed.strip();
        try {
            return link.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new URI(BARE.matcher(link).matches() ? "https://" + link : link));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
