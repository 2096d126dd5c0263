package org.threeshift.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.threeshift.web.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What programs ask for. Answers problem details and never a sign-in page. */
@Configuration(proxyBeanMethods = false)
class ApiChain {
    @Bean
    @Order(3)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            Admission admission,
            SecurityContextHolderStrategy contexts,
            Texts texts,
            JsonMapper json) {
        var problems = new ApiRefusals(texts, json);
        http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(PersonContexts.ofPages(admission)))
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Shield::over)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems)
                        .accessDeniedHandler(new RefusalLog(problems.nobodyFirst(contexts))))
                .authorizeHttpRequests(requests -> ChainRules.innerDispatches(requests)
                        // Says nothing that the source doesn't.
                        .requestMatchers(ApiPaths.DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }
}
