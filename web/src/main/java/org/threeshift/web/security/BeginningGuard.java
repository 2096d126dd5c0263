package org.threeshift.web.security;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;

/** Slows down a network whose strangers begin ways in by the hundred: a challenge or a journey is a row of the database. */
@Component
final class BeginningGuard extends NetworkGuard implements WebMvcConfigurer {

    BeginningGuard(Throttle throttle, InstantSource time) {
        super(Kind.BEGIN_NETWORK, throttle, time);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sign-in/passkey/options", "/sign-in/with/*");
    }
}
