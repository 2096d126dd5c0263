package org.threeshift.core.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Connections of the bell's own, outside the pool: a listening connection is never given back, and a ring must not wait
 * for one, nor become part of somebody's transaction.
 */
record PostgresLine(String url, String user, String password) {
    static final String CHANNEL = "threeshift_bell";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** @param use the name under which the database shows the connection */
    Connection open(String use) throws SQLException {
        return open(use, Duration.ZERO);
    }

    /** @param answersWithin after which a statement fails whose answer has not come; zero for never */
    Connection open(String use, Duration answersWithin) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", use);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Long.toString(answersWithin.toSeconds()));
        return DriverManager.getConnection(url, properties);
    }

    /** How long to wait after a number of failures in a row: 50 ms, doubled each time, at most two seconds. */
    static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return url;
    }
}
