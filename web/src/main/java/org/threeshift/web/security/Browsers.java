package org.threeshift.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threeshift.core.entry.Devices;
import org.threeshift.core.entry.Origin;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Person;
import org.threeshift.web.edge.CookieNames;

/**
 * Knows a browser again by a cookie that says nothing but that. It opens nothing: whoever signed in here before is not slowed down by what strangers try
 * elsewhere, and who registered here need not enter the password again to confirm.
 */
@Component
public final class Browsers {
    private static final Duration LASTS = Duration.ofDays(400);
    /** What this very answer gives a browser that had none. */
    private static final String FRESH = Browsers.class.getName();

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Devices devices;
    private final RandomGenerator chance;

    Browsers(Devices devices, RandomGenerator chance) {
        this.devices = devices;
        this.chance = chance;
    }

    /** The cookie of a request, if its browser is known. */
    public Optional<Token> of(HttpServletRequest request) {
        return known(request);
    }

    /** The same, in a browser that will be known again. */
    public Token marked(HttpServletRequest request, HttpServletResponse response) {
        return token(request, response);
    }

    /** Where a request comes from. */
    public Origin origin(HttpServletRequest request) {
        return new Origin(Networks.of(request.getRemoteAddr()), known(request));
    }

    /** The same, in a browser that will be known again. */
    public Origin mark(HttpServletRequest request, HttpServletResponse response) {
        return new Origin(Networks.of(request.getRemoteAddr()), Optional.of(token(request, response)));
    }

    /**
     * Somebody with an account has just signed in here.
     *
     * @return whether they had signed in elsewhere before, and never here
     */
    public boolean remember(Person person, HttpServletRequest request, HttpServletResponse response) {
        return !person.guest() && devices.remember(token(request, response), person.id());
    }

    private Token token(HttpServletRequest request, HttpServletResponse response) {
        Token token = known(request)
                .or(() -> Optional.ofNullable(request.getAttribute(FRESH)).map(Token.class::cast))
                .orElseGet(() -> Token.fresh(chance));
        request.setAttribute(FRESH, token);
        Cookie cookie = new Cookie(CookieNames.ofHost(CookieNames.BROWSER, request), token.text());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) LASTS.toSeconds());
        response.addCookie(cookie);
        return token;
    }

    private static Optional<Token> known(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(CookieNames.ofHost(CookieNames.BROWSER, request)))
                        .map(Cookie::getValue)
                        .filter(value -> TOKEN.matcher(value).matches())
                        .map(Token::new)
                        .findFirst();
    }
}
