package org.threeshift.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL process that {@code postmaster.pid} of a data folder names. The file outlives a killed server, so the
 * process of that number may be gone or may be something else by now.
 *
 * @param port TCP port on loopback
 */
record Postmaster(long pid, int port, Path data) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final long STOP_MILLIS = 60_000;
    private static final long POLL_MILLIS = 20;

    static Optional<Postmaster> of(Path data) {
        try {
            return parse(Files.readAllLines(data.resolve("postmaster.pid")), data);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a file that was cut short: its writer did not live to serve anybody. */
    static Optional<Postmaster> parse(List<String> lines, Path data) {
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    data));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is a PostgreSQL on this very data folder. */
    boolean runs() {
        return process().isPresent();
    }

    /** Removes the file where its number now belongs to something else: PostgreSQL itself would refuse to start. */
    void forgetIfReused() throws IOException {
        if (ProcessHandle.of(pid).isPresent() && !runs()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /**
     * Ends a server whose application is gone: a fast shutdown, which writes everything down and waits for nobody.
     *
     * @throws StartupRefusal where it does not end within a minute
     */
    void stop() {
        process().ifPresent(process -> {
            interrupt();
            awaitEnd(process);
        });
    }

    /** Waits until the process is gone, for at most a minute. */
    void awaitEnd() {
        ProcessHandle.of(pid).ifPresent(this::awaitEnd);
    }

    /**
     * Ends whatever still works on a folder that no server ever ran on: a first start that was interrupted can leave an
     * initdb behind for a moment, and it would clear away what is made in its place.
     */
    static void endAllOn(Path data) {
        ProcessHandle.allProcesses()
                .filter(process -> arguments(process.info()).contains(data.toString()))
                .forEach(left -> {
                    // Not by SIGINT, which a program started in the background of a script does not hear.
                    left.destroy();
                    new Postmaster(left.pid(), 0, data).awaitEnd(left);
                });
    }

    // onExit() of a process that is no child of ours looks only every third of a second.
    private void awaitEnd(ProcessHandle process) {
        try {
            for (long waited = 0; process.isAlive(); waited += POLL_MILLIS) {
                if (waited > STOP_MILLIS) {
                    throw StartupRefusal.of("start.postgresql-does-not-stop", pid, data);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> isPostgresql(process.info()));
    }

    private boolean isPostgresql(ProcessHandle.Info info) {
        String command = info.command().orElse("");
        return command.contains("postgres") && arguments(info).contains(data.toString());
    }

    private static List<String> arguments(ProcessHandle.Info info) {
        return List.of(info.arguments().orElse(new String[0]));
    }

    // SIGINT is PostgreSQL's fast shutdown; the SIGTERM of ProcessHandle.destroy() would wait for clients.
    private void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw StartupRefusal.because(e, "start.postgresql-does-not-stop", pid, data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
