package org.threeshift.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;

/**
 * The console. Guests too may come: one may host the second half of an exchange. What the console shows to whom is decided in
 * core.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleChain {
    @Bean
    @Order(1)
    SecurityFilterChain consoleSecurity(
            HttpSecurity http, ConsolePeople people, SecurityContextHolderStrategy current) {
        http.securityMatcher("/console", "/console/**")
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofConsole(people)))
                // Vaadin's requests carry a token of their own, and come from its pages only.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new OwnPagesOnly(new RefusalLog(new AccessDeniedHandlerImpl())), LogoutFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Shield::over)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new ConsoleEnded(new AskToSignIn())))
                .addFilterBefore(new ConsoleOwner(current), AuthorizationFilter.class)
                .authorizeHttpRequests(ChainRules::anybodySignedIn);
        return http.build();
    }
}
