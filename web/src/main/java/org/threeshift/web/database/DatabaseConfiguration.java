package org.threeshift.web.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Uses {@code spring.datasource.url} where it is set, and otherwise starts the embedded database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    // The pool is made from these details, so Spring closes it before it stops the server under it.
    @Bean
    JdbcConnectionDetails database(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return EmbeddedDatabase.start(DataFolder.of(environment));
        }
        return ReachedDatabase.reach(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }
}
