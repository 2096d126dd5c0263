package org.threeshift.web.database;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the embedded database in a process of its own and waits there to be killed. */
final class KilledApplication {
    private KilledApplication() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Path home = Path.of(args[0]);
        EmbeddedDatabase.start(new DataFolder(home, home.resolve("data")));
        System.out.println("started");
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Runs it until the database stands, then ends it with SIGKILL. */
    static void runAndKill(Path home) throws IOException, InterruptedException {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        try {
            if (application.inputReader().lines().noneMatch("started"::equals)) {
                throw new IOException("The application to be killed did not start");
            }
        } finally {
            application.destroyForcibly().waitFor();
        }
    }
}
