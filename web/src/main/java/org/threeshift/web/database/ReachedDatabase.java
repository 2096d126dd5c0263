package org.threeshift.web.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL of one's own, tried once before anything is built on it, so that a refusal is told in one sentence. */
record ReachedDatabase(String url, String user, String password) implements JdbcConnectionDetails {
    private static final int LOGIN_SECONDS = 10;
    private static final String FORM = "jdbc:postgresql://";

    /** @throws StartupRefusal where the server does not answer, or does not let this user into this database */
    static ReachedDatabase reach(String url, String user, String password) {
        if (!url.startsWith(FORM)) {
            throw StartupRefusal.of("start.url-not-postgresql", withoutSecrets(url));
        }
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.isValid(LOGIN_SECONDS);
            return new ReachedDatabase(url, user, password);
        } catch (SQLException e) {
            throw refusal(e, url, user);
        }
    }

    static StartupRefusal refusal(SQLException e, String url, String user) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String key = switch (state) {
            case "28P01", "28000", "08004" -> "start.database-refuses-user";
            case "3D000" -> "start.database-missing";
            case "42501" -> "start.database-refuses-user";
            case "57P03", "53300" -> "start.database-busy";
            default -> "start.database-unreachable";
        };
        return StartupRefusal.because(e, key, withoutSecrets(url), user);
    }

    /** The URL as it may be shown: parameters can hold a password. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("[?].*$", "").replaceFirst("//[^/]*@", "//");
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return withoutSecrets(url);
    }
}
