package org.threeshift.core.health;

/**
 * @param version as PostgreSQL says it, such as "18.1"
 * @param bytes   what the database takes on its disk
 * @param schema  the newest migration, such as "14"
 */
public record DatabaseFacts(String version, long bytes, String schema) {}
