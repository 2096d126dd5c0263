package org.threeshift.core.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        TestServer server =
                DockerClientFactory.instance().isDockerAvailable() ? container() : embedded("no Docker engine answers");
        server.createEmpty(TEMPLATE);
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), server.user, server.password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return server;
    }

    // The container outlives this method on purpose: Testcontainers removes it when the JVM ends.
    @SuppressWarnings("resource")
    private static TestServer container() {
        String image = System.getProperty("threeshift.test.postgres-image", "postgres:18");
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        try {
            container.start();
        } catch (RuntimeException e) {
            // An engine that cannot get the image is no reason to leave everything untested.
            return embedded("the image %s does not start (%s)".formatted(image, e.getMessage()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-test-postgresql"));
        announce("container of image " + image);
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
