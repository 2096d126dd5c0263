package org.threeshift.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
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

    /** @param database as {@link TestDatabase#springProperties} has them, perhaps by another way to it */
    public static RunningThreeshift on(Map<String, Object> database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningThreeshift(
                SpringApplication.run(ThreeshiftApplication.class, arguments.toArray(String[]::new)));
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
