package org.threeshift.core.notice;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.mail.Recall;

/** A mail that waited for the mail server is not sent when what it tells of does not stand any more, or is no news. */
@Component
final class PostgresRecall implements Recall {
    private final JdbcClient jdbc;
    private final PostgresDue store;
    private final InstantSource time;

    PostgresRecall(JdbcClient jdbc, PostgresDue store, InstantSource time) {
        this.jdbc = jdbc;
        this.store = store;
        this.time = time;
    }

    /** Whoever does not know the kind cannot tell, and leaves it. */
    @Override
    public boolean over(UUID message) {
        return jdbc.sql("""
                        select notice.id, notice.kind, notice.person_id, notice.filled, notice.interview_id, notice.link, notice.until
                          from outbox
                          join notice on notice.id = case
                                                         when outbox.key like 'notice:%' then cast(substr(outbox.key, 8) as uuid)
                                                     end
                         where outbox.id = :message
                           and notice.kind = any (:kinds)
                        """)
                .param("message", message)
                .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toArray(String[]::new))
                .query(PostgresDue::waiting)
                .optional()
                .filter(this::over)
                .isPresent();
    }

    private boolean over(Waiting notice) {
        return !time.instant().isBefore(notice.until())
                || notice.about()
                        .filter(interview -> store.standing(interview, notice.to())
                                .filter(standing -> standing.bears(notice))
                                .isEmpty())
                        .isPresent();
    }
}
