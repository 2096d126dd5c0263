package org.threeshift.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.web.page.OutageFilter;

/**
 * Sessions in the database, for every address but the console's and those of {@link LivePaths}. The console's own state is large, of this node and
 * made anew from the log, so that it stays in the servlet container's memory.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    /** Files are the same for everybody, also while the database is away. */
    private static final List<String> FILES = List.of("/assets/", "/webjars/", "/aura/");

    private static final Duration ENDS_AFTER_REST_OF = Duration.ofDays(7);

    @Bean
    CookieSerializer sessionCookie() {
        // Rest ends a session in the database before.
        return new SessionCookie(Admission.SIGN_IN_LASTS);
    }

    @Bean
    JdbcIndexedSessionRepository sessionRepository(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        var alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var repository = new JdbcIndexedSessionRepository(jdbc, alone);
        repository.setDefaultMaxInactiveInterval(ENDS_AFTER_REST_OF);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
        return repository;
    }

    @Bean
    FilterRegistrationBean<Filter> sessionFilter(JdbcIndexedSessionRepository repository, CookieSerializer cookie) {
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        var sessions = new SessionRepositoryFilter<>(new SparingSessions<>(repository));
        sessions.setHttpSessionIdResolver(resolver);
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (request instanceof HttpServletRequest http && withoutSession(http)) {
                chain.doFilter(request, response);
            } else {
                sessions.doFilter(request, response, chain);
            }
        });
        registration.setName("sessions");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setAsyncSupported(true);
        return registration;
    }

    private static boolean withoutSession(HttpServletRequest request) {
        String path = LivePaths.path(request);
        return path.equals("/console")
                || path.startsWith("/console/")
                || FILES.stream().anyMatch(path::startsWith)
                || LivePaths.contain(request)
                || OutageFilter.away(request);
    }
}
