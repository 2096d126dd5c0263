package org.threeshift.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.threeshift.core.database.TestDatabase;

/** The whole application on a free port of this machine, over a test's database. Many may run over one database. */
public final class RunningThreeshift implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningThreeshift(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings such as {@code threeshift.demonstration=true} */
    public static RunningThreeshift on(TestDatabase database, String... settings) {
        return on(database.springProperties(), settings);
    }

    /** By a clock that the test sets. */
    public static RunningThreeshift at(InstantSource clock, TestDatabase database) {
        return on(database.springProperties(), Optional.of(clock));
    }

    /** @param database as {@link TestDatabase#springProperties} has them, perhaps by another way to it */
    public static RunningThreeshift on(Map<String, Object> database, String... settings) {
        return on(database, Optional.empty(), settings);
    }

    private static RunningThreeshift on(
            Map<String, Object> database, Optional<InstantSource> clock, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        var application = new SpringApplication(ThreeshiftApplication.class);
        clock.ifPresent(time -> application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("clockOfTheTest", InstantSource.class, () -> time, bean -> bean.setPrimary(true))));
        return new RunningThreeshift(application.run(arguments.toArray(String[]::new)));
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Where health and figures are, when {@code management.server.port=0} was among the settings. */
    public String managementAddress() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
