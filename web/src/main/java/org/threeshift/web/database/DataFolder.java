package org.threeshift.web.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The folder of one embedded database. Under {@code threeshift.home} (environment THREESHIFT_HOME, default
 * {@code ~/.threeshift}) lie {@code demonstration} and {@code data}, so that demonstration data never mixes with real
 * data, and {@code binaries}, which can be fetched again from the jar at any time.
 */
record DataFolder(Path home, Path folder) {
    static DataFolder of(Environment environment) {
        Path home = Path.of(environment.getProperty(
                        "threeshift.home",
                        Path.of(System.getProperty("user.home"), ".threeshift").toString()))
                .toAbsolutePath()
                .normalize();
        boolean demonstration = environment.getProperty("threeshift.demonstration", Boolean.class, false);
        return new DataFolder(home, home.resolve(demonstration ? "demonstration" : "data"));
    }

    Path postgresql() {
        return folder.resolve("postgresql");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    Path lock() {
        return folder.resolve("instance.lock");
    }

    /** Inside a folder that is closed to others, because the library opens this one to everybody. */
    Path binaries() {
        return home.resolve("binaries").resolve("postgresql");
    }

    /** Written as the last step of creating the database: without it the folder never held anything of value. */
    Path password() {
        return postgresql().resolve("threeshift.password");
    }

    boolean holdsDatabase() {
        return Files.exists(password());
    }

    /** The major version of PostgreSQL that wrote the data; empty before the first start. */
    Optional<String> writtenBy() {
        Path version = postgresql().resolve("PG_VERSION");
        try {
            return Files.exists(version) ? Optional.of(Files.readString(version).strip()) : Optional.empty();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /**
     * Makes the folder where it is missing. The answer goes by the real path, so that one folder has one name however
     * many links lead to it.
     *
     * @throws StartupRefusal where this is not allowed, or something else is in the place of a folder
     */
    DataFolder created() {
        try {
            createForOwnerOnly(home);
            createForOwnerOnly(folder);
            createForOwnerOnly(home.resolve("binaries"));
            return new DataFolder(home.toRealPath(), folder.toRealPath());
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private static void createForOwnerOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    StartupRefusal notWritable(IOException e) {
        return StartupRefusal.because(e, "start.folder-not-writable", folder, reason(e));
    }

    // The file system's messages repeat the path and hide the reason in the type.
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException about ? about.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName().replace("Exception", "") : reason;
    }
}
