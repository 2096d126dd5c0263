package org.threeshift.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own for a test class, dropped when closed:
 *
 * <pre>{@code
 * @AutoClose
 * static final TestDatabase database = TestDatabase.fresh();
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int POOL_SIZE = 16;

    private final TestServer server;
    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        this.dataSource = pool(server, name);
    }

    /** A copy of the template that Flyway migrated once for this JVM. */
    public static TestDatabase fresh() {
        TestServer server = TestServer.running();
        String name = "test_" + COUNT.incrementAndGet();
        server.createMigrated(name);
        return new TestDatabase(server, name);
    }

    /** A database with no tables at all, for tests of the migrations themselves. */
    public static TestDatabase unmigrated() {
        TestServer server = TestServer.running();
        String name = "bare_" + COUNT.incrementAndGet();
        server.createEmpty(name);
        return new TestDatabase(server, name);
    }

    /** A pool of up to sixteen connections, which open only on demand. */
    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbcClient() {
        return JdbcClient.create(dataSource);
    }

    public String url() {
        return server.url(name);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** What a Spring application needs to run on this database, by property name. */
    public Map<String, Object> springProperties() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", user(),
                "spring.datasource.password", password());
    }

    @Override
    public void close() {
        dataSource.close();
        server.drop(name);
    }

    private static HikariDataSource pool(TestServer server, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(name));
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        // What classes share stays open to the end of the process, and the server takes a hundred connections in all.
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        config.setPoolName(name);
        return new HikariDataSource(config);
    }
}
