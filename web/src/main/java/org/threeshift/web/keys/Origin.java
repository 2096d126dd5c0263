package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/**
 * Where browsers see this installation, such as {@code https://threeshift.example.org}.
 *
 * @param text scheme, host and a port that is not the scheme's own
 */
record Origin(String text) {
    /** As configured, or, where nothing is, as the browser asked. */
    static Origin of(String baseUrl, HttpServletRequest request) {
        return baseUrl.isBlank()
                ? of(request.getScheme(), request.getServerName(), request.getServerPort())
                : of(URI.create(baseUrl.strip()));
    }

    private static Origin of(URI uri) {
        return of(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private static Origin of(String scheme, String host, int port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        boolean usual = port < 0 || port == (lower.equals("https") ? 443 : 80);
        return new Origin(lower + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port));
    }

    /** What passkeys are bound to: the host, whatever the port. */
    String relyingParty() {
        return URI.create(text).getHost();
    }
}
