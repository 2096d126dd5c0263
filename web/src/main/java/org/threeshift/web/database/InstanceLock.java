package org.threeshift.web.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one instance that runs on a data folder. The operating system lets go of it when the process ends in
 * whatever way, so a killed instance never locks the next one out.
 */
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartupRefusal where another instance holds the lock, or the folder cannot be written */
    static InstanceLock take(DataFolder folder) {
        return tryTake(folder)
                .orElseThrow(() -> StartupRefusal.of("start.second-instance", folder.folder(), owner(folder)));
    }

    /** Empty where another instance holds the lock. */
    static Optional<InstanceLock> tryTake(DataFolder folder) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return Optional.of(new InstanceLock(channel));
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another context of this very process
        }
    }

    private static String owner(DataFolder folder) {
        try {
            return Files.readString(folder.lock()).strip();
        } catch (IOException e) {
            return "?";
        }
    }
}
