package org.threeshift.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.threeshift.core.people.People;
import org.threeshift.web.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/** The coarse rules: who must be signed in where. Who may see what follows from relationships, in core. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Scripts and styles come from files only. */
    private static final String PAGES = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Vaadin starts with inline scripts and evaluates what the server sends. */
    private static final String CONSOLE = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";

    /**
     * Instead of Vaadin's, which would look the person up for every request, even for a style sheet, and which expects
     * the sign-in in its own session.
     */
    @Bean
    SecurityContextHolderStrategy personOfThread() {
        return SecurityContextHolder.getContextHolderStrategy();
    }

    @Bean
    @Order(1)
    SecurityFilterChain consoleSecurity(HttpSecurity http, ConsolePeople people) {
        http.securityMatcher("/console", "/console/**")
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofConsole(people)))
                // Vaadin's requests carry a token of their own.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> protect(headers, CONSOLE))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new ConsoleEnded(new AskToSignIn())))
                .authorizeHttpRequests(SecurityConfiguration::anybodySignedIn);
        return http.build();
    }

    /**
     * What the open pages of an interview send all the time. They only read the sign-in, as the console does: a session
     * that is written at each beat would be the database's busiest row. No form of another site can send JSON, so that
     * they need no token.
     */
    @Bean
    @Order(2)
    SecurityFilterChain liveSecurity(HttpSecurity http, ConsolePeople people, Texts texts, JsonMapper json) {
        var problems = new ApiRefusals(texts, json);
        http.securityMatcher(LivePaths::contain)
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofConsole(people)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> protect(headers, PAGES))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiSecurity(HttpSecurity http, People people, Texts texts, JsonMapper json) {
        var problems = new ApiRefusals(texts, json);
        http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofPages(people)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> protect(headers, PAGES))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageSecurity(HttpSecurity http, People people) {
        http.securityContext(context -> context.securityContextRepository(PersonContexts.ofPages(people)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/")
                        .addLogoutHandler(new CookieClearingLogoutHandler(consoleCookieGone())))
                .headers(headers -> protect(headers, PAGES))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new AskToSignIn()))
                .authorizeHttpRequests(SecurityConfiguration::pageRules);
        return http.build();
    }

    /** Guests too: one may host the second half of an exchange. What the console shows to whom is decided in core. */
    private static void anybodySignedIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private static void pageRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/assets/**", "/webjars/**", "/aura/**", "/favicon.ico", "/robots.txt", "/error")
                .permitAll()
                .requestMatchers("/", "/sign-in", "/join/**", "/setup/**", "/set-password/**", "/demonstration/**")
                .permitAll()
                .requestMatchers("/people/**")
                .hasRole(SignedInPerson.ADMIN)
                .requestMatchers("/account/keep")
                .hasRole(SignedInPerson.GUEST)
                .requestMatchers("/account/**", "/host/**", "/banks/**")
                .hasRole(SignedInPerson.MEMBER)
                .anyRequest()
                .authenticated();
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }

    /** Signing out forgets the console's state too. Its name and path are those in application.yaml. */
    private static Cookie consoleCookieGone() {
        Cookie cookie = new Cookie("THREESHIFT_CONSOLE", "");
        cookie.setPath("/console");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(0);
        return cookie;
    }

    /** In a cookie, so that reading a form makes no session. */
    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
