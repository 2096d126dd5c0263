package org.threeshift.web.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** By TLS the console is known by its cookie for TLS alone: one under the plain name may be anybody's. */
final class ConsoleCookieValve extends ValveBase {
    ConsoleCookieValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.isSecure()) {
            Cookie[] cookies = request.getCookies();
            String wanted = CookieNames.secure(CookieNames.CONSOLE);
            String id = Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                    .filter(cookie -> cookie.getName().equals(wanted))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElse(null);
            request.setRequestedSessionId(id);
            request.setRequestedSessionCookie(id != null);
        }
        getNext().invoke(request, response);
    }
}
