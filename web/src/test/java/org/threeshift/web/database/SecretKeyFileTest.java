package org.threeshift.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_key_is_made_once_and_for_its_owner_alone() throws Exception {
        SecretKeyFile file = SecretKeyFile.in(new DataFolder(folder, folder));
        byte[] key = file.key(new Random(1));
        assertThat(key).hasSize(32);
        assertThat(SecretKeyFile.in(new DataFolder(folder, folder)).key(new Random(2)))
                .isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "c2hvcnQ=", "????"})
    void what_is_no_key_is_refused_in_one_sentence(String text) {
        assertThatExceptionOfType(StartupRefusal.class)
                .isThrownBy(() -> SecretKeyFile.decoded(text))
                .withMessageContaining("openssl rand -base64 32");
    }
}
