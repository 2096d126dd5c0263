package org.threeshift.web;

import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.threeshift.web.database.DatabaseConfiguration;

/**
 * A command that does its work and ends, with core and its database but neither pages nor migrations, while the application
 * runs on the same data or does not. The command itself is a runner in core, in the profile of its name. No annotation of
 * a component, so that the application does not take this for a part of itself.
 */
@ComponentScan(
        basePackages = "org.threeshift.core",
        // What publishes banks or listens to the bell from the start of a node on has no part in a command.
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {SmartInitializingSingleton.class, Lifecycle.class}))
@Import(DatabaseConfiguration.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class CommandBeside {
    static final String REPLAY = "replay";
    static final String TOKEN = "token";

    private static final Set<String> COMMANDS = Set.of(REPLAY, TOKEN);

    static boolean knows(String word) {
        return COMMANDS.contains(word);
    }

    /** Runs the command that the first argument names, and answers its exit code. Only the one that makes tokens writes. */
    static int run(String[] args) {
        return SpringApplication.exit(new SpringApplicationBuilder(CommandBeside.class)
                .web(WebApplicationType.NONE)
                .profiles("beside", args[0])
                .lazyInitialization(true)
                .properties(
                        "spring.datasource.hikari.read-only=" + !args[0].equals(TOKEN),
                        "spring.datasource.hikari.maximum-pool-size=2")
                .run(args));
    }
}
