package org.threeshift.web.counterexample;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A page that asks the database by itself. No component, so that no test starts it. */
record SqlController(JdbcClient database) {
    long people() {
        return database.sql("select count(*) from person").query(Long.class).single();
    }
}
