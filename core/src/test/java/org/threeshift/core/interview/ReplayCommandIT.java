package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.People;

class ReplayCommandIT {
    @AutoClose
    static final TestDatabase empty = TestDatabase.unmigrated();

    @Test
    void a_database_that_threeshift_never_ran_on_is_told_apart_from_an_unknown_id() throws IOException {
        People nobody =
                People.inMemory(new Ids(InstantSource.fixed(Scene.NOW), new Random(3)), InstantSource.fixed(Scene.NOW));
        var command = new ReplayCommand(new PostgresInterviewLog(empty.jdbcClient()), nobody, List.of());
        var errors = new StringBuilder();
        assertThat(command.replay(UUID.randomUUID().toString(), new StringBuilder(), errors))
                .isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("This database has no log of interviews yet")
                .hasLineCount(1);
    }
}
