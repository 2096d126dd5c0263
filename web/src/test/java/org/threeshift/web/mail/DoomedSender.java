package org.threeshift.web.mail;

import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Outboxes;

/** A node that does nothing but send mail, and stops dead at one point, where it waits to be killed. */
final class DoomedSender {
    /** What it says when it is there. */
    static final String HERE = "here";

    private DoomedSender() {}

    /** Where it stops by itself. */
    enum Point {
        /** With the message in hand, before it calls the mail server. */
        TAKEN,
        /** In the middle of the message, before it notes that it hands it over. */
        BEFORE_NOTED,
        /** Then, before the end of the message goes. */
        NOTED,
        /** Nowhere: the mail server says when. */
        NOWHERE
    }

    /** Address, user and password of the database, the port of the mail server, the point, and the time. */
    public static void main(String[] arguments) {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        InstantSource time = InstantSource.fixed(java.time.Instant.parse(arguments[5]));
        postman(
                        Outboxes.on(database, time),
                        doomed(
                                new SmtpCarrier(SmtpCarrierTest.server(Integer.parseInt(arguments[3])), "example.org"),
                                Point.valueOf(arguments[4])),
                        time)
                .round();
    }

    static Postman postman(Outbox outbox, Carrier carrier, InstantSource time) {
        var words = new AnnotationConfigApplicationContext(Words.class);
        words.registerBean(Letters.class);
        return new Postman(outbox, words.getBean(Letters.class), carrier, "threeshift@example.org", time);
    }

    private static Carrier doomed(Carrier carrier, Point point) {
        return switch (point) {
            case TAKEN ->
                (envelope, handedOver) -> {
                    stop();
                    return carrier.carry(envelope, handedOver);
                };
            case BEFORE_NOTED ->
                (envelope, handedOver) -> carrier.carry(envelope, () -> {
                    stop();
                    return handedOver.getAsBoolean();
                });
            case NOTED ->
                (envelope, handedOver) -> carrier.carry(envelope, () -> {
                    boolean handed = handedOver.getAsBoolean();
                    stop();
                    return handed;
                });
            case NOWHERE -> carrier;
        };
    }

    private static void stop() {
        System.out.println(HERE);
        while (true) {
            LockSupport.park();
        }
    }
}
