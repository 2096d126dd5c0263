package org.threeshift.core.mail;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a database as one node has it, without the rest of the application. */
public final class Outboxes {
    private Outboxes() {}

    public static Outbox on(DataSource database, InstantSource time) {
        return new Outbox(
                new PostgresOutboxStore(JdbcClient.create(database)),
                (deed, actor, about, detail) -> {},
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                List.of(),
                time);
    }

    public static Mails mails(DataSource database, org.threeshift.core.id.Ids ids, InstantSource time) {
        return new PostgresMails(JdbcClient.create(database), ids, time, posted -> {});
    }
}
