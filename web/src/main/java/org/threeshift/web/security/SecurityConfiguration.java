package org.threeshift.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * What the chains share. In their order: {@link ConsoleChain}, {@link LiveChain}, {@link ApiChain}, {@link PageChain}, whose paths
 * are listed in {@link PageRules}. They hold the coarse rules; who may see what follows from relationships, in core.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /**
     * Instead of Vaadin's, which would look the person up for every request, even for a style sheet, and which expects
     * the sign-in in its own session.
     */
    @Bean
    SecurityContextHolderStrategy personOfThread() {
        return SecurityContextHolder.getContextHolderStrategy();
    }
}
