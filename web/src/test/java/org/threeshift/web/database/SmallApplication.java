package org.threeshift.web.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A pool, the migrations and a web server on the real database configuration: all that a refusal can come from. */
@Import(DatabaseConfiguration.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class
})
class SmallApplication {
    static ConfigurableApplicationContext start(Path home, String... properties) {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.flyway.locations", "classpath:start/first",
                "threeshift.home", home.toString()));
        for (String property : properties) {
            int end = property.indexOf('=');
            all.put(property.substring(0, end), property.substring(end + 1));
        }
        return new SpringApplicationBuilder(SmallApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(all.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
    }
}
