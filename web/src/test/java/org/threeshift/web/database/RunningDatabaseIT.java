package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RunningDatabaseIT {
    @TempDir
    Path home;

    @Test
    void a_command_shares_the_database_of_a_running_instance_and_otherwise_starts_it() {
        DataFolder folder = new DataFolder(home, home.resolve("data"));
        assertThatThrownBy(() -> RunningDatabase.orStarted(folder))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith("There are no data in " + folder.folder() + " yet");

        try (EmbeddedDatabase instance = EmbeddedDatabase.start(folder)) {
            JdbcConnectionDetails shared = RunningDatabase.orStarted(folder);
            assertThat(shared.getJdbcUrl()).isEqualTo(instance.getJdbcUrl());
            assertThat(answer(shared)).isEqualTo("threeshift");
        }

        try (EmbeddedDatabase own = (EmbeddedDatabase) RunningDatabase.orStarted(folder)) {
            assertThat(answer(own)).isEqualTo("threeshift");
        }
    }

    private static String answer(JdbcConnectionDetails details) {
        return JdbcClient.create(new DriverManagerDataSource(
                        details.getJdbcUrl(), DatabaseAccess.USER, Objects.requireNonNull(details.getPassword())))
                .sql("select current_database()")
                .query(String.class)
                .single();
    }
}
