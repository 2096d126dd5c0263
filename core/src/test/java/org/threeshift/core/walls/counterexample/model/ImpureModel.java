package org.threeshift.core.walls.counterexample.model;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the clock, throws dice and speaks SQL: everything that a model may not. */
record ImpureModel(JdbcClient database, UUID id, Instant at) {
    static ImpureModel fresh(JdbcClient database) {
        return new ImpureModel(database, UUID.randomUUID(), Instant.now());
    }
}
