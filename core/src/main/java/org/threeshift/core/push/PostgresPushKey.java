package org.threeshift.core.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresPushKey {
    private final JdbcClient jdbc;

    PostgresPushKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(byte[] open, String secret) {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    Optional<Row> find() {
        return jdbc.sql("select public_key, private_secret from push_key")
                .query((row, _) -> new Row(row.getBytes("public_key"), row.getString("private_secret")))
                .optional();
    }

    /** Does nothing where there is one: the first counts. */
    void keep(byte[] open, String secret, Instant at) {
        jdbc.sql("""
                insert into push_key (public_key, private_secret, made_at)
                values (:open, :secret, :at)
                    on conflict do nothing
                """)
                .param("open", open)
                .param("secret", secret)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
