package org.threeshift.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The same headers on the error page of a request that failed before any chain had seen it. */
@Configuration(proxyBeanMethods = false)
class ErrorShield {
    @Bean
    FilterRegistrationBean<Filter> errorHeaders() {
        var shield = new Shield();
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest failed && response instanceof HttpServletResponse answer) {
                shield.writeHeaders(failed, answer);
            }
            chain.doFilter(request, response);
        });
        registration.setName("errorHeaders");
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
