package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.TestDatabase;

class BanksAtStartIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void the_banks_that_ship_are_there_once_the_application_has_started() {
        try (var application = new AnnotationConfigApplicationContext()) {
            application.registerBean(JdbcClient.class, database::jdbcClient);
            application.registerBean(InstantSource.class, InstantSource::system);
            application.scan("org.threeshift.core.bank");
            application.refresh();
            assertThat(application.getBean(Banks.class).newest("marketing-manager"))
                    .hasValueSatisfying(
                            bank -> assertThat(bank.round("the-seven")).isPresent());
        }
        assertThat(new PostgresBanks(database.jdbcClient()).newestVersions()).containsKey("marketing-manager");
    }
}
