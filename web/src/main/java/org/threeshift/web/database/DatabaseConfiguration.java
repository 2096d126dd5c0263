package org.threeshift.web.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Uses {@code spring.datasource.url} where it is set, and otherwise the embedded database: the application starts it for
 * itself, and a command of profile {@code beside} shares the one of a running application.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    // The pool is made from these details, so Spring closes it before it stops the server under it.
    @Bean
    @Profile("!beside")
    JdbcConnectionDetails database(Environment environment) {
        return isOwn(environment) ? reach(environment) : EmbeddedDatabase.start(DataFolder.of(environment));
    }

    @Bean
    @Profile("beside")
    JdbcConnectionDetails databaseBeside(Environment environment) {
        return isOwn(environment) ? reach(environment) : RunningDatabase.orStarted(DataFolder.of(environment));
    }

    private static boolean isOwn(Environment environment) {
        return !environment.getProperty("spring.datasource.url", "").isBlank();
    }

    private static ReachedDatabase reach(Environment environment) {
        return ReachedDatabase.reach(
                environment.getProperty("spring.datasource.url", ""),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }
}
