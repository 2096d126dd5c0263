package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;

class PostgresBanksIT extends BankStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    BankStore store() {
        return new PostgresBanks(database.jdbcClient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bank_version set file_name = 'other.yaml'",
                "delete from bank_version",
                "truncate bank_version"
            })
    void the_database_itself_keeps_published_versions_frozen(String change) {
        PublishedFile file = file(someId(), 1, "frozen");
        store().add(file);
        assertThatThrownBy(() -> database.jdbcClient().sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("published versions are frozen");
        assertThat(store().find(file.bankId(), 1).orElseThrow().fileName()).isEqualTo("file.yaml");
    }

    @Test
    void the_database_refuses_a_checksum_that_is_not_the_sources() {
        PublishedFile file = file(someId(), 1, "true");
        PublishedFile forged =
                new PublishedFile(file.bankId(), 1, file.checksum(), "file.yaml", HarbourPilot.bytes("false"), NOW);
        assertThatThrownBy(() -> store().add(forged))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("bank_version_checksum_is_of_source");
    }

    @Test
    void a_bank_is_the_same_after_a_restart() {
        Banks before = new Banks(new BankReader(), store(), InstantSource.fixed(NOW));
        assertThat(before.publish(HarbourPilot.file(), HarbourPilot.NAME)).isInstanceOf(Publication.Published.class);
        Banks after = new Banks(new BankReader(), store(), InstantSource.fixed(NOW));
        assertThat(after.find("harbour-pilot", 3)).contains(HarbourPilot.bank());
        assertThat(after.publish(HarbourPilot.file(), HarbourPilot.NAME)).isInstanceOf(Publication.Unchanged.class);
    }
}
