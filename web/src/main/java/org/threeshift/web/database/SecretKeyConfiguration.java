package org.threeshift.web.database;

import java.util.random.RandomGenerator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.threeshift.core.keys.Seal;

/**
 * The key of secrets that must be read again: {@code threeshift.secret-key}, or, beside an embedded database, one that the first
 * start makes. With a database of one's own and no key nothing is sealed, and whatever needs that says so.
 */
@Configuration(proxyBeanMethods = false)
class SecretKeyConfiguration {
    /** After the database, whose folder this instance then holds. */
    @Bean
    Seal seal(Environment environment, RandomGenerator chance, JdbcConnectionDetails database) {
        String given = environment.getProperty("threeshift.secret-key", "").strip();
        if (!given.isEmpty()) {
            return Seal.with(SecretKeyFile.decoded(given), chance);
        }
        return database instanceof EmbeddedDatabase
                ? Seal.with(SecretKeyFile.in(DataFolder.of(environment)).key(chance), chance)
                : Seal.without(chance);
    }
}
