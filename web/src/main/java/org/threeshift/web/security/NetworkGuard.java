package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.web.page.Patience;

/** Tells a network that asked too often for something to wait. This machine itself is no network. */
abstract class NetworkGuard implements HandlerInterceptor {
    private final Kind kind;
    private final Throttle throttle;
    private final InstantSource time;

    NetworkGuard(Kind kind, Throttle throttle, InstantSource time) {
        this.kind = kind;
        this.throttle = throttle;
        this.time = time;
    }

    @Override
    public final boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<String> network = Networks.of(request.getRemoteAddr());
        if (network.isPresent()
                && throttle.pass(kind, network.get(), time.instant()) instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return false;
        }
        return true;
    }

    /** This one counts for nothing. */
    final void giveBack(HttpServletRequest request) {
        Networks.of(request.getRemoteAddr()).ifPresent(network -> throttle.giveBack(kind, network, time.instant()));
    }
}
