package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIT {
    /** Unpacked and created once, for the sake of time. */
    @TempDir
    static Path home;

    private DataFolder folder;

    @BeforeEach
    void nameFolder() {
        folder = new DataFolder(home, home.resolve("data"));
    }

    @Test
    void it_is_durable_and_of_the_version_that_its_data_are_checked_against() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "server_version")).startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
        }
    }

    @Test
    void only_this_machine_gets_in_with_the_password_and_the_application_is_no_superuser() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "is_superuser")).isEqualTo("off");
            for (String user : new String[] {"threeshift", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), user, "guessed"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void nobody_else_may_read_the_folder() throws IOException {
        EmbeddedDatabase.start(folder).close();
        for (Path closed :
                new Path[] {folder.folder(), folder.postgresql(), folder.password(), home.resolve("binaries")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                    .as(closed.toString())
                    .endsWith("------");
        }
    }

    @Test
    void a_restart_finds_the_data_and_leaves_no_process_behind() {
        remember("a restart finds");
        assertThat(Postmaster.of(folder.postgresql())).isEmpty();
        assertThat(remembered()).isEqualTo("a restart finds");
    }

    @Test
    void a_server_whose_application_was_killed_is_ended_and_its_data_are_there()
            throws IOException, InterruptedException {
        remember("a server whose");
        KilledApplication.runAndKill(home);
        Postmaster orphan = Postmaster.of(folder.postgresql()).orElseThrow();
        assertThat(orphan.runs()).isTrue();

        assertThat(remembered()).isEqualTo("a server whose");
        assertThat(orphan.runs()).isFalse();
    }

    @Test
    void a_stale_pid_file_whose_number_belongs_to_another_program_does_not_matter() throws IOException {
        remember("a stale pid");
        Files.writeString(folder.postgresql().resolve("postmaster.pid"), """
                        %d
                        %s
                        1764111111
                        5432

                        127.0.0.1
                        """.formatted(
                        ProcessHandle.current().pid(), folder.postgresql()));
        assertThat(remembered()).isEqualTo("a stale pid");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_set_aside_never_deleted() throws IOException, InterruptedException {
        folder = new DataFolder(home, home.resolve("cut-short"));
        Files.createDirectories(folder.postgresql().resolve("base"));
        Files.writeString(folder.postgresql().resolve("postgresql.conf"), "# cut short");
        // Its initdb may still be at work: here, a process with the same argument.
        Process leftover = new ProcessBuilder(
                        "sh",
                        "-c",
                        "while :; do sleep 0.1; done",
                        "-D",
                        folder.postgresql().toString())
                .start();
        EmbeddedDatabase.start(folder).close();
        assertThat(leftover.waitFor(1, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> all = Files.walk(folder.folder(), 3)) {
            assertThat(all.filter(path -> path.toString().contains("incomplete-"))
                            .filter(path -> path.endsWith("postgresql.conf")))
                    .hasSize(1);
        }
    }

    @Test
    void a_link_to_the_folder_is_the_same_folder() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), Files.createDirectories(folder.folder()));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(database.getJdbcUrl()).contains("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedDatabase.start(new DataFolder(home, link)))
                    .isInstanceOf(StartupRefusal.class)
                    .hasMessageContaining("already runs");
        }
    }

    private void remember(String text) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            client(database)
                    .sql("create table if not exists memory (text text)")
                    .update();
            client(database).sql("insert into memory values (?)").param(text).update();
        }
    }

    private String remembered() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            return client(database)
                    .sql("select text from memory order by ctid desc limit 1")
                    .query(String.class)
                    .single();
        }
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return client(database)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
