package org.threeshift.web.security;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** In a cookie, so that reading a form makes no session. */
final class CsrfTokens {
    private CsrfTokens() {}

    static CookieCsrfTokenRepository inCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
