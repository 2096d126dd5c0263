package org.threeshift.core.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.retention.Sweep;

/** What was begun and never ended: challenges of passkeys, authenticator apps without a code, offers that nobody took. */
@Component
final class PostgresLeftKeys implements Sweep {
    private static final Duration DRAFTS_LAST = Duration.ofDays(1);

    private final JdbcClient jdbc;

    PostgresLeftKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "left-keys";
    }

    @Override
    public int sweep(Instant now) {
        return jdbc.sql("""
                with challenges as (
                    delete from passkey_challenge
                     where expires_at < :now
                    returning 1),
                     drafts as (
                    delete from second_factor_draft
                     where made_at < :drafted
                    returning 1),
                     offers as (
                    delete from provider_offer
                     where expires_at < :now
                    returning 1)
                select (select count(*) from challenges) + (select count(*) from drafts) + (select count(*) from offers)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("drafted", now.minus(DRAFTS_LAST).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
