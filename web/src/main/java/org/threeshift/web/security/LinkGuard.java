package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.web.page.Patience;

/** Slows down whoever tries links that open nothing, wherever a secret lies in an address. */
@Component
final class LinkGuard implements HandlerInterceptor, WebMvcConfigurer {
    private final Throttle throttle;
    private final InstantSource time;

    LinkGuard(Throttle throttle, InstantSource time) {
        this.throttle = throttle;
        this.time = time;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/join/*",
                        "/keep/*",
                        "/setup/*",
                        "/set-password/*",
                        "/shared/*",
                        "/sign-in/agree/*",
                        "/sign-in/link/*",
                        "/forgot/*",
                        "/register/confirm/*",
                        "/invitation/*",
                        "/address/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<String> network = Networks.of(request.getRemoteAddr());
        if (network.isPresent()
                && throttle.pass(Kind.LINK_NETWORK, network.get(), time.instant())
                        instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return false;
        }
        return true;
    }

    /** What opened something counts for nothing. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() != HttpStatus.NOT_FOUND.value()) {
            Networks.of(request.getRemoteAddr())
                    .ifPresent(network -> throttle.giveBack(Kind.LINK_NETWORK, network, time.instant()));
        }
    }
}
