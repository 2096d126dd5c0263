package org.threeshift.core.id;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock and the real dice. Tests put others in their place. */
@Configuration(proxyBeanMethods = false)
public class Sources {
    @Bean
    InstantSource instantSource() {
        return InstantSource.system();
    }

    /** Secure, because ids and the secrets in links come from it. */
    @Bean
    RandomGenerator randomGenerator() {
        return new SecureRandom();
    }
}
