package org.threeshift.core.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server of this test run: a container where a Docker engine answers, otherwise the embedded binaries.
 * It lives as long as the JVM, and durability is off because nothing in it is kept.
 */
record TestServer(String host, int port, String user, String password) {
    private static final String TEMPLATE = "migrated";
    private static final String IMAGE = System.getProperty("threeshift.test.postgres-image", "postgres:18");
    private static final long PULL_MINUTES = 5;

    /** Starts the server at the first touch, once a JVM. */
    private static final class Running {
        static final TestServer SERVER = start();
    }

    static TestServer running() {
        return Running.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    void createMigrated(String name) {
        administration()
                .sql("create database %s template %s".formatted(name, TEMPLATE))
                .update();
    }

    void createEmpty(String name) {
        administration()
                .sql("create database %s template template0".formatted(name))
                .update();
    }

    /** Drops the database with whatever is still connected to it. */
    void drop(String name) {
        administration()
                .sql("drop database if exists %s with (force)".formatted(name))
                .update();
    }

    private JdbcClient administration() {
        return JdbcClient.create(new DriverManagerDataSource(url("postgres"), user, password));
    }

    private static TestServer start() {
        TestServer server = whyNoContainer().map(TestServer::embedded).orElseGet(TestServer::container);
        server.createEmpty(TEMPLATE);
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), server.user, server.password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return server;
    }

    // An engine that cannot get the image is no reason to leave everything untested. Testcontainers would ask for the
    // image again and again for two minutes.
    private static Optional<String> whyNoContainer() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(IMAGE).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return pull(docker);
        }
    }

    private static Optional<String> pull(DockerClient docker) {
        try {
            return docker.pullImageCmd(IMAGE).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)
                    ? Optional.empty()
                    : Optional.of("the image " + IMAGE + " does not arrive");
        } catch (RuntimeException e) {
            return Optional.of("the image %s does not come (%s)"
                    .formatted(IMAGE, String.valueOf(e.getMessage()).strip()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the wait for the image was interrupted");
        }
    }

    // The container outlives this method on purpose: Testcontainers removes it when the JVM ends.
    @SuppressWarnings("resource")
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-test-postgresql"));
        announce("container of image " + IMAGE);
        return new TestServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    // Closed by its own shutdown hook.
    @SuppressWarnings("resource")
    private static TestServer embedded(String why) {
        try {
            EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            announce("embedded binaries, because " + why);
            return new TestServer("127.0.0.1", embedded.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void announce(String which) {
        System.out.println("Tests run on PostgreSQL: " + which);
    }
}
