package org.threeshift.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.threeshift.web.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the open pages of an interview send all the time. They only read the sign-in, as the console does: a session that is
 * written at each beat would be the database's busiest row. No form of another site can send JSON,
 * and what its scripts send is refused, so that they need no token.
 */
@Configuration(proxyBeanMethods = false)
class LiveChain {
    @Bean
    @Order(2)
    SecurityFilterChain liveSecurity(HttpSecurity http, ConsolePeople people, Texts texts, JsonMapper json) {
        var problems = new ApiRefusals(texts, json);
        http.securityMatcher(LivePaths::contain)
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofLivePaths(people)))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new OwnPagesOnly(new RefusalLog(problems)), LogoutFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Shield::over)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems).accessDeniedHandler(new RefusalLog(problems)))
                .authorizeHttpRequests(ChainRules::anybodySignedIn);
        return http.build();
    }
}
