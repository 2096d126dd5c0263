package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.threeshift.web.page.Nonce;

/** What browsers are told to refuse: the headers of every answer, with the content policy that fits its address. */
final class Shield implements HeaderWriter {
    static final String POLICY = "Content-Security-Policy";

    /** Camera and microphone are for this site's own pages, and so are the keys that people sign in with. */
    private static final String PERMISSIONS = String.join(
            ", ",
            "camera=(self)",
            "microphone=(self)",
            "publickey-credentials-create=(self)",
            "publickey-credentials-get=(self)",
            "accelerometer=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "hid=()",
            "idle-detection=()",
            "magnetometer=()",
            "midi=()",
            "payment=()",
            "serial=()",
            "usb=()",
            "xr-spatial-tracking=()");

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String path = LivePaths.path(request);
        unlessSaid(response, POLICY, ContentPolicy.at(path).filled(() -> Nonce.of(request)));
        unlessSaid(response, "Referrer-Policy", SecretAddresses.contain(path) ? "no-referrer" : "same-origin");
        unlessSaid(response, "Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
    }

    /** For a chain: these headers, and that nobody keeps an answer unless it says so itself. */
    static void over(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().cacheControl(Customizer.withDefaults()).addHeaderWriter(new Shield());
    }

    /** A controller that knows better has said so already. */
    private static void unlessSaid(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
