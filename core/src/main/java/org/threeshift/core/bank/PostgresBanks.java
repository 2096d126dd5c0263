package org.threeshift.core.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps banks in the table {@code bank_version}, which refuses any change of a row and versions out of order. */
@Repository
class PostgresBanks implements BankStore {
    private final JdbcClient jdbc;

    PostgresBanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(PublishedFile file) {
        try {
            jdbc.sql("""
                            insert into bank_version (bank_id, version, checksum, file_name, source, published_at)
                            values (:bankId, :version, :checksum, :fileName, :source, :publishedAt)
                            """)
                    .param("bankId", file.bankId())
                    .param("version", file.version())
                    .param("checksum", file.checksum())
                    .param("fileName", file.fileName())
                    .param("source", file.source())
                    .param("publishedAt", file.publishedAt().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException sameOrHigherVersion) {
            return false;
        }
    }

    @Override
    public Optional<PublishedFile> find(String bankId, int version) {
        return jdbc.sql("""
                        select bank_id, version, checksum, file_name, source, published_at
                        from bank_version
                        where bank_id = :bankId and version = :version
                        """)
                .param("bankId", bankId)
                .param("version", version)
                .query((row, _) -> file(row))
                .optional();
    }

    @Override
    public Map<String, Integer> newestVersions() {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("""
                        select bank_id, max(version) as version
                        from bank_version
                        group by bank_id
                        """).query(row -> {
            versions.put(row.getString("bank_id"), row.getInt("version"));
        });
        return versions;
    }

    @Override
    public List<PublishedVersion> versions(String bankId) {
        return jdbc.sql("""
                        select version, file_name, published_at
                        from bank_version
                        where bank_id = :bankId
                        order by version desc
                        """)
                .param("bankId", bankId)
                .query((row, _) -> new PublishedVersion(
                        row.getInt("version"),
                        row.getString("file_name"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static PublishedFile file(ResultSet row) throws SQLException {
        return new PublishedFile(
                row.getString("bank_id"),
                row.getInt("version"),
                row.getString("checksum"),
                row.getString("file_name"),
                row.getBytes("source"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
