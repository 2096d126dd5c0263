package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.web.page.Patience;

/** Slows down a network whose strangers begin ways in by the hundred: a challenge or a journey is a row of the database. */
@Component
final class BeginningGuard implements HandlerInterceptor, WebMvcConfigurer {
    private final Throttle throttle;
    private final InstantSource time;

    BeginningGuard(Throttle throttle, InstantSource time) {
        this.throttle = throttle;
        this.time = time;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sign-in/passkey/options", "/sign-in/with/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<String> network = Networks.of(request.getRemoteAddr());
        if (network.isPresent()
                && throttle.pass(Kind.BEGIN_NETWORK, network.get(), time.instant())
                        instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return false;
        }
        return true;
    }
}
