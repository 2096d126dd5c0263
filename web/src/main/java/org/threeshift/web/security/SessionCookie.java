package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.threeshift.web.edge.CookieNames;

/** The cookie of a sign-in, under the name that fits the request's way; the other name is as good as none. */
final class SessionCookie implements CookieSerializer {
    private final CookieSerializer byTls;
    private final CookieSerializer plain;

    SessionCookie(Duration endsAfterRestOf) {
        this.byTls = named(CookieNames.ofHost(CookieNames.SESSION), true, endsAfterRestOf);
        this.plain = named(CookieNames.SESSION, false, endsAfterRestOf);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? byTls : plain;
    }

    private static CookieSerializer named(String name, boolean secure, Duration endsAfterRestOf) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        // A guest has nothing else to come back with after the browser was closed.
        cookie.setCookieMaxAge((int) endsAfterRestOf.toSeconds());
        return cookie;
    }
}
