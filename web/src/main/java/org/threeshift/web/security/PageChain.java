package org.threeshift.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.Person;
import org.threeshift.core.push.PushDevices;
import org.threeshift.web.edge.CookieNames;

/** Everything that no other chain takes: the pages. Who must be signed in where is in {@link PageRules}. */
@Configuration(proxyBeanMethods = false)
class PageChain {
    @Bean
    @Order(4)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, Admission admission, Trail trail, Browsers browsers, PushDevices pushDevices) {
        var refusals = new StaleForms(new AskToSignIn(), new RefusalLog(new AccessDeniedHandlerImpl()));
        http.securityContext(context -> context.securityContextRepository(PersonContexts.ofPages(admission)))
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutUrl(StaleForms.SIGN_OUT)
                        .logoutSuccessUrl("/")
                        .addLogoutHandler((request, response, who) -> signedOut(who, trail))
                        .addLogoutHandler((request, response, who) -> notToldHere(who, request, browsers, pushDevices))
                        .addLogoutHandler(new CookieClearingLogoutHandler(consoleCookieGone())))
                .headers(Shield::over)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(PageRules::apply);
        return http.build();
    }

    private static void signedOut(@Nullable Authentication who, Trail trail) {
        if (who != null && who.getPrincipal() instanceof SignedInPerson(Person person)) {
            trail.add(Deed.SIGNED_OUT, Optional.of(person.id()), Optional.of(person.id()), Map.of());
        }
    }

    private static void notToldHere(
            @Nullable Authentication who, HttpServletRequest request, Browsers browsers, PushDevices pushDevices) {
        if (who != null && who.getPrincipal() instanceof SignedInPerson(Person person)) {
            browsers.of(request).ifPresent(browser -> pushDevices.left(person.id(), browser.hash()));
        }
    }

    /** Signing out forgets the console's state too. */
    private static Cookie consoleCookieGone() {
        Cookie cookie = new Cookie(CookieNames.CONSOLE, "");
        cookie.setPath(CookieNames.CONSOLE_PATH);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(0);
        return cookie;
    }
}
