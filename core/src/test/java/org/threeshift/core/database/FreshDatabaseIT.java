package org.threeshift.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FreshDatabaseIT {
    @Test
    void each_test_class_has_a_postgresql_18_of_its_own() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.jdbcClient().sql("create table only_here (id int)").update();
            assertThat(tables(one)).isEqualTo(1);
            assertThat(tables(other)).isZero();
            assertThat(one.jdbcClient()
                            .sql("select current_setting('server_version_num')::int")
                            .query(Integer.class)
                            .single())
                    .isGreaterThanOrEqualTo(180_000);
        }
    }

    @Test
    void a_closed_database_is_gone() {
        TestDatabase database = TestDatabase.unmigrated();
        database.close();
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), database.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    private static int tables(TestDatabase database) {
        return database.jdbcClient()
                .sql("select count(*) from pg_tables where tablename = 'only_here'")
                .query(Integer.class)
                .single();
    }
}
