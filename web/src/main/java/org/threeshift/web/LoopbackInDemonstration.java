package org.threeshift.web;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A demonstration lets anyone in with one click, so nothing but this machine may reach it, whatever else is set. */
class LoopbackInDemonstration implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("threeshift.demonstration", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demonstration", Map.of("server.address", "127.0.0.1")));
        }
    }
}
