package org.threeshift.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The embedded database of an instance that runs on the same folder, for a command that works beside it. */
record RunningDatabase(DatabaseAccess access) implements JdbcConnectionDetails {
    /**
     * The database of the running instance; where none runs, one of this process's own.
     *
     * @throws StartupRefusal where the folder holds no data, or its instance is just starting or stopping
     */
    static JdbcConnectionDetails orStarted(DataFolder wanted) {
        if (!wanted.holdsDatabase()) {
            throw StartupRefusal.of("start.no-data", wanted.folder());
        }
        DataFolder folder = wanted.created();
        Optional<InstanceLock> lock = InstanceLock.tryTake(folder);
        return lock.isPresent() ? EmbeddedDatabase.start(folder, lock.get()) : running(folder);
    }

    private static RunningDatabase running(DataFolder folder) {
        Postmaster postmaster = Postmaster.of(folder.postgresql())
                .filter(Postmaster::runs)
                .orElseThrow(() -> StartupRefusal.of("start.instance-busy", folder.folder()));
        try {
            String password = Files.readString(folder.password()).strip();
            return new RunningDatabase(new DatabaseAccess(postmaster.port(), password));
        } catch (IOException e) {
            throw folder.notWritable(e);
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
}
