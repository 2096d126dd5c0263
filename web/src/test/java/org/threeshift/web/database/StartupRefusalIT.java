package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.threeshift.web.ThreeshiftApplication;

/** Whatever keeps Threeshift from starting, the terminal shows one sentence and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class StartupRefusalIT {
    /** Unpacked once, for the sake of time. */
    @TempDir
    static Path binaries;

    @TempDir
    Path home;

    private CapturedOutput output;

    @BeforeEach
    void listen(CapturedOutput output) throws IOException {
        this.output = output;
        Files.createSymbolicLink(home.resolve("binaries"), binaries);
    }

    @Test
    void a_taken_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused("Port " + port + " is taken by another program", "server.port=" + port);
        }
    }

    @Test
    void a_port_that_is_no_number() {
        assertRefused("The port must be a number from 1 to 65535.", "server.port=eighty");
    }

    @Test
    void a_second_instance_on_the_same_data() {
        try (ConfigurableApplicationContext first = SmallApplication.start(home)) {
            assertThat(first.isRunning()).isTrue();
            assertRefused("Threeshift already runs on the data in " + home.resolve("data") + " (process "
                    + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void data_of_another_postgresql() throws IOException {
        Path postgresql = Files.createDirectories(home.resolve("data/postgresql"));
        Files.writeString(postgresql.resolve("PG_VERSION"), "17\n");
        assertRefused("were written by PostgreSQL 17, and this Threeshift brings PostgreSQL 18");
        assertThat(postgresql.resolve("PG_VERSION")).hasContent("17");
    }

    @Test
    void a_file_in_the_place_of_the_data_folder() throws IOException {
        Files.writeString(home.resolve("data"), "not a folder");
        assertRefused("Threeshift cannot write to its data folder " + home.resolve("data"));
    }

    @Test
    void a_server_that_does_not_answer() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        assertRefused(
                "No PostgreSQL answers at jdbc:postgresql://127.0.0.1:" + closed + "/threeshift:",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + closed + "/threeshift?password=secret");
        assertThat(output.getAll()).doesNotContain("secret");
    }

    @Test
    void a_url_of_another_kind_of_database() {
        assertRefused(
                "SPRING_DATASOURCE_URL is postgres://localhost/threeshift, but must look like jdbc:postgresql://",
                "spring.datasource.url=postgres://me:secret@localhost/threeshift");
        assertThat(output.getAll()).doesNotContain("secret");
    }

    @Test
    void a_wrong_password_and_a_missing_database() {
        try (EmbeddedDatabase own = EmbeddedDatabase.start(new DataFolder(home, home.resolve("own")))) {
            assertRefused(
                    "does not let the user threeshift in: check SPRING_DATASOURCE_USERNAME",
                    "spring.datasource.url=" + own.getJdbcUrl(),
                    "spring.datasource.username=threeshift",
                    "spring.datasource.password=wrong");
            assertRefused(
                    "has no database at " + own.getJdbcUrl() + "2:",
                    "spring.datasource.url=" + own.getJdbcUrl() + "2",
                    "spring.datasource.username=threeshift",
                    "spring.datasource.password=" + own.getPassword());
        }
    }

    @Test
    void a_migration_that_fails() {
        assertRefused(
                "The database could not be brought to this version and was left as it was (V1__broken.sql",
                "spring.flyway.locations=classpath:start/broken");
        assertThat(output.getAll()).contains("syntax error at or near \"tabel\"");
    }

    @Test
    void a_database_of_another_version_of_threeshift() {
        SmallApplication.start(home).close();
        assertRefused(
                "The database was written by another version of Threeshift (Migration checksum mismatch",
                "spring.flyway.locations=classpath:start/changed");
    }

    /** Filters and servlets ask for the database in other ways than a small application does. */
    @Test
    void the_whole_application_tells_it_in_one_sentence_too() {
        String before = output.getAll();
        String url = "jdbc:postgresql://127.0.0.1:1/threeshift";
        assertThatThrownBy(() -> SpringApplication.run(
                        ThreeshiftApplication.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + url))
                .isInstanceOf(RuntimeException.class);
        assertThat(output.getAll().substring(before.length()).strip())
                .startsWith("No PostgreSQL answers at " + url)
                .hasLineCount(1);
    }

    /** The counter-example: a bug is no refusal, so it keeps its stack trace. */
    @Test
    void a_bug_is_not_told_as_a_refusal() {
        assertThat(new RefusalAnalyzer().analyze(new IllegalStateException("bug")))
                .isNull();
    }

    private void assertRefused(String sentence, String... properties) {
        String before = output.getAll();
        assertThatThrownBy(() -> SmallApplication.start(home, properties).close())
                .isInstanceOf(RuntimeException.class);
        String told = output.getAll().substring(before.length()).strip();
        assertThat(told).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(told.lines()).as("one sentence: %s", told).hasSize(1);
    }
}
