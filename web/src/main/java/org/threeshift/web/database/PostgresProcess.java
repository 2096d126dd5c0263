package org.threeshift.web.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Creates and starts the server on a folder whose lock is held. Settings are durable: what was committed outlives a
 * killed process and a cut power line.
 */
final class PostgresProcess {
    private static final Duration START = Duration.ofMinutes(1);
    private static final int PASSWORD_BYTES = 24;
    private static final long LOG_BYTES = 8L << 20;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final DataFolder folder;
    private final String password;

    private PostgresProcess(DataFolder folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    static PostgresProcess on(DataFolder folder) throws IOException {
        if (folder.holdsDatabase()) {
            return new PostgresProcess(
                    folder, Files.readString(folder.password()).strip());
        }
        setAsideWhatNeverRan(folder);
        return new PostgresProcess(folder, newPassword());
    }

    String password() {
        return password;
    }

    EmbeddedPostgres start() throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LOG_BYTES) {
            Files.delete(folder.log());
        }
        Redirect log = Redirect.appendTo(folder.log().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgresql())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("log_checkpoints", "off");
        return folder.holdsDatabase() ? builder.start() : create(builder);
    }

    /** The options of initdb: a password from the first moment, and an order of text that is the same on every machine. */
    private EmbeddedPostgres create(EmbeddedPostgres.Builder builder) throws IOException {
        Path given = folder.folder().resolve("password.new");
        Files.deleteIfExists(given);
        Files.createFile(given, OWNER_ONLY);
        try {
            Files.writeString(given, password);
            return builder.setLocaleConfig("pwfile", given.toString())
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setDataDirectoryCustomizer(created -> keep(given))
                    .start();
        } finally {
            Files.deleteIfExists(given);
        }
    }

    private void keep(Path given) {
        try {
            Files.move(given, folder.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A first start that was killed half-way leaves files that no server ever ran on. Nothing of a user is deleted.
    private static void setAsideWhatNeverRan(DataFolder folder) throws IOException {
        Postmaster.endAllOn(folder.postgresql());
        if (Files.exists(folder.postgresql())) {
            Path aside = Files.createTempDirectory(folder.folder(), "incomplete-");
            Files.move(folder.postgresql(), aside.resolve("postgresql"));
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
