package org.threeshift.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threeshift.web.database.StartupRefusal;

/**
 * The address under which people reach this installation, for links that leave it: {@code threeshift.base-url}, and without it
 * this machine. Never taken from a request, whose sender may say anything.
 */
@Component
public class BaseUrl {
    private final boolean configured;
    private volatile String url;

    BaseUrl(@Value("${threeshift.base-url:}") String wanted) {
        String tidy = wanted.strip().replaceAll("/+$", "");
        this.configured = !tidy.isEmpty();
        if (configured && !isAddress(tidy)) {
            throw StartupRefusal.of("start.base-url", tidy);
        }
        this.url = configured ? tidy : "http://localhost";
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (!configured) {
            url = "http://localhost:" + event.getWebServer().getPort();
        }
    }

    /** Whether somebody said what it is. */
    public boolean configured() {
        return configured;
    }

    /** The whole address of a path, which begins with a slash. */
    public String of(String path) {
        return url + path;
    }

    /** The host's name alone. */
    public String host() {
        return String.valueOf(URI.create(url).getHost());
    }

    private static boolean isAddress(String tidy) {
        try {
            URI uri = new URI(tidy);
            return uri.getHost() != null
                    && (tidy.startsWith("https://") || tidy.startsWith("http://"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
