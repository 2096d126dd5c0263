package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DatabaseWordsTest {
    @Test
    void no_secret_of_a_url_is_ever_shown() {
        assertThat(ReachedDatabase.withoutSecrets("jdbc:postgresql://db:5432/threeshift?user=me&password=secret"))
                .isEqualTo("jdbc:postgresql://db:5432/threeshift");
        assertThat(ReachedDatabase.withoutSecrets("postgres://me:secret@db/threeshift"))
                .isEqualTo("postgres://db/threeshift");
        assertThat(new ReachedDatabase("jdbc:postgresql://db/threeshift", "me", "secret"))
                .hasToString("jdbc:postgresql://db/threeshift");
        assertThat(new DatabaseAccess(5432, "secret").toString()).doesNotContain("secret");
    }

    @Test
    void demonstration_data_and_real_data_have_folders_of_their_own() {
        MockEnvironment environment = new MockEnvironment().withProperty("threeshift.home", "/srv/threeshift");
        assertThat(DataFolder.of(environment).folder()).isEqualTo(Path.of("/srv/threeshift/data"));
        environment.setProperty("threeshift.demonstration", "true");
        assertThat(DataFolder.of(environment).folder()).isEqualTo(Path.of("/srv/threeshift/demonstration"));
    }

    @Test
    void numbers_are_written_without_separators() {
        assertThat(Sentences.of("start.port-taken", 8080)).startsWith("Port 8080 is taken");
    }

    @Test
    void a_postmaster_file_that_was_cut_short_names_nobody() {
        Path data = Path.of("/data");
        assertThat(Postmaster.parse(List.of("4711", "/data", "1764111111", "5433", "", "127.0.0.1"), data))
                .contains(new Postmaster(4711, 5433, data));
        assertThat(Postmaster.parse(List.of("4711", "/data"), data)).isEmpty();
        assertThat(Postmaster.parse(List.of("", "", "", ""), data)).isEmpty();
    }
}
