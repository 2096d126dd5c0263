package org.threeshift.web.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/** Writes the container's own session cookie, which is the console's, under its name for TLS where TLS is. */
final class ConsoleCookies extends Rfc6265CookieProcessor {
    ConsoleCookies() {
        setSameSiteCookies("lax");
    }

    @Override
    public String generateHeader(Cookie cookie, HttpServletRequest request) {
        boolean renamed =
                request != null && request.isSecure() && cookie.getName().equals(CookieNames.CONSOLE);
        return super.generateHeader(renamed ? renamed(cookie) : cookie, request);
    }

    private static Cookie renamed(Cookie cookie) {
        var secure = new Cookie(CookieNames.secure(cookie.getName()), cookie.getValue());
        cookie.getAttributes().forEach(secure::setAttribute);
        secure.setSecure(true);
        return secure;
    }
}
