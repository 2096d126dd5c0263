package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;

/** Slows down whoever tries links that open nothing, wherever a secret lies in an address. */
@Component
final class LinkGuard extends NetworkGuard implements WebMvcConfigurer {

    LinkGuard(Throttle throttle, InstantSource time) {
        super(Kind.LINK_NETWORK, throttle, time);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/calendar/feed/*",
                        "/join/*",
                        "/join/*/calendar",
                        "/join/*/no-mail",
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

    /** What opened something counts for nothing. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() != HttpStatus.NOT_FOUND.value()) {
            giveBack(request);
        }
    }
}
