package org.threeshift.web.security;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.web.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * All of the API for programs that come with a token. No cookie is read or set, so that there is nothing that another site could
 * borrow, and no form token is asked for.
 */
@Configuration(proxyBeanMethods = false)
class TokenChain {
    @Bean
    @Order(0)
    SecurityFilterChain tokenSecurity(
            HttpSecurity http,
            AccessTokens tokens,
            SecondFactors factors,
            Throttle throttle,
            InstantSource time,
            SecurityContextHolderStrategy contexts,
            Texts texts,
            JsonMapper json) {
        var problems = new ApiRefusals(texts, json);
        http.securityMatcher(request -> LivePaths.path(request).startsWith("/api/") && BearerFilter.carries(request))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterBefore(
                        new BearerFilter(tokens, factors, throttle, time, problems, contexts),
                        AnonymousAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Shield::over)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems).accessDeniedHandler(new RefusalLog(problems)))
                .authorizeHttpRequests(ChainRules::anybodySignedIn);
        return http.build();
    }
}
