package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.TestDatabase;

class MigrationsIT {
    @Test
    void a_migration_may_take_longer_than_any_other_statement() {
        try (TestDatabase database = TestDatabase.unmigrated();
                HikariDataSource pool = pool(database)) {
            assertThat(migrate(pool, new Migrations())).isEqualTo(1);
            assertThatThrownBy(() -> JdbcClient.create(pool)
                            .sql("select pg_sleep(3)")
                            .query()
                            .singleRow())
                    .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void without_that_it_would_be_cut_off() {
        try (TestDatabase database = TestDatabase.unmigrated();
                HikariDataSource pool = pool(database)) {
            assertThatThrownBy(() -> migrate(pool)).hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static int migrate(HikariDataSource pool, Callback... callbacks) {
        return Flyway.configure()
                .dataSource(pool)
                .locations("classpath:start/slow")
                .callbacks(callbacks)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static HikariDataSource pool(TestDatabase database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.addDataSourceProperty("socketTimeout", "1");
        return new HikariDataSource(config);
    }
}
