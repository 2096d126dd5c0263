package org.threeshift.web.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How the application reaches its embedded database: as the owner of its one database, not as the server's superuser.
 *
 * @param port TCP port on loopback
 */
record DatabaseAccess(int port, String password) {
    static final String USER = "threeshift";
    static final String SUPERUSER = "postgres";

    String url() {
        return url("threeshift");
    }

    /** Makes the role and its database where they are missing, as on the first start. */
    void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = 'threeshift'")) {
                statement.execute("create role threeshift login");
            }
            // The password is hexadecimal and this application's own: it cannot close the quotes.
            statement.execute("alter role threeshift password '%s'".formatted(password));
            if (isMissing(statement, "select 1 from pg_database where datname = 'threeshift'")) {
                statement.execute("create database threeshift owner threeshift");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not let its owner in", e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return url();
    }
}
