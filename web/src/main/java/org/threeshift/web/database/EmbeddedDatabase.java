package org.threeshift.web.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Real PostgreSQL as a child process, on loopback and behind a password, for as long as the application runs. See
 * {@code docs/decisions/0003-embedded-postgresql.md}.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    /** The major version of the binaries on the class path. */
    static final String MAJOR_VERSION = "18";

    private final InstanceLock lock;
    private final EmbeddedPostgres server;
    private final Postmaster postmaster;
    private final DatabaseAccess access;

    private EmbeddedDatabase(InstanceLock lock, EmbeddedPostgres server, Postmaster postmaster, DatabaseAccess access) {
        this.lock = lock;
        this.server = server;
        this.postmaster = postmaster;
        this.access = access;
    }

    /**
     * Creates the database where there is none yet, ends a server that a killed instance left behind, and starts.
     *
     * @throws StartupRefusal for a folder that is in use, not writable or from another PostgreSQL
     */
    static EmbeddedDatabase start(DataFolder wanted) {
        DataFolder folder = wanted.created();
        return start(folder, InstanceLock.take(folder));
    }

    /** As above, with the folder's lock in hand; it is let go when the database stops or does not start. */
    static EmbeddedDatabase start(DataFolder folder, InstanceLock lock) {
        try {
            return startLocked(folder, lock);
        } catch (IOException | IllegalStateException e) {
            lock.close();
            throw StartupRefusal.because(e, "start.postgresql-does-not-start", folder.log());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase startLocked(DataFolder folder, InstanceLock lock) throws IOException {
        folder.writtenBy().filter(version -> !version.equals(MAJOR_VERSION)).ifPresent(version -> {
            throw StartupRefusal.of("start.other-postgresql", folder.folder(), version, MAJOR_VERSION);
        });
        Optional<Postmaster> leftover = Postmaster.of(folder.postgresql());
        if (leftover.isPresent()) {
            leftover.get().stop();
            leftover.get().forgetIfReused();
        }
        PostgresProcess process = PostgresProcess.on(folder);
        EmbeddedPostgres server = process.start();
        try {
            Postmaster postmaster = Postmaster.of(folder.postgresql())
                    .orElseThrow(() -> new IOException("The server started without a postmaster.pid"));
            DatabaseAccess access = new DatabaseAccess(server.getPort(), process.password());
            access.createDatabase();
            return new EmbeddedDatabase(lock, server, postmaster, access);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String getJdbcUrl() {
        return access.url();
    }

    @Override
    public String getUsername() {
        return DatabaseAccess.USER;
    }

    @Override
    public String getPassword() {
        return access.password();
    }

    /** Stops the server and waits until it is gone; a second call does nothing. */
    @Override
    public void close() {
        try {
            server.close();
            postmaster.awaitEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
