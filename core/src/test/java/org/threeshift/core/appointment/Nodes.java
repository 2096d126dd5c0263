package org.threeshift.core.appointment;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;

/** Nodes that know interviews, exchanges and appointments, each with connections of its own. */
final class Nodes {
    private Nodes() {}

    static HikariDataSource pool(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    static AnnotationConfigApplicationContext node(DataSource connections, InstantSource time) {
        var node = new AnnotationConfigApplicationContext();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        node.registerBean(TransactionOperations.class, () -> transactions);
        node.registerBean(InstantSource.class, () -> time);
        node.registerBean(RandomGenerator.class, () -> new SecureRandom());
        node.registerBean(Ids.class);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(Mails.class, () -> _ -> {});
        node.scan(
                "org.threeshift.core.appointment",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange",
                "org.threeshift.core.people",
                "org.threeshift.core.bank",
                "org.threeshift.core.audit");
        node.refresh();
        return node;
    }
}
