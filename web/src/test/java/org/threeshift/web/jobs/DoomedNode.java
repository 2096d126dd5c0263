package org.threeshift.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node that takes a job and an errand in hand, says so, and never ends them: it waits to be killed. */
final class DoomedNode {
    static final Jobs.Pace QUICK = new Jobs.Pace(Duration.ofMillis(200), Duration.ofMillis(250));
    static final String ROUND = "round";
    static final String ERRAND = "errand";
    static final String THING = "thing";

    private DoomedNode() {}

    /** Address, user and password of the database. */
    public static void main(String[] arguments) {
        Jobs jobs = node(
                new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]),
                () -> stop(ROUND),
                thing -> stop(ERRAND));
        jobs.start();
        jobs.later(ERRAND, THING, Instant.now());
    }

    static Jobs node(DataSource database, Runnable round, Consumer<String> errand) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton(ROUND, new Recurring(ROUND, new Recurring.Pausing(Duration.ofHours(1)), round));
        beans.registerSingleton(ERRAND, new Errand(ERRAND, errand));
        return new Jobs(
                database,
                beans.getBeanProvider(Recurring.class),
                beans.getBeanProvider(Errand.class),
                failure -> false,
                InstantSource.system(),
                QUICK);
    }

    private static void stop(String what) {
        System.out.println(what);
        while (true) {
            LockSupport.park();
        }
    }
}
