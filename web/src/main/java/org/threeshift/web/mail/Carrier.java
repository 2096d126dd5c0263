package org.threeshift.web.mail;

import java.util.function.BooleanSupplier;
import org.threeshift.core.mail.Outbox.Fate;

/** Brings one envelope to the mail server, and tells what became of it. */
@FunctionalInterface
interface Carrier {
    /**
     * @param handedOver asked once, at the last moment at which the mail server certainly does not have the message; with false as its
     *                   answer the server must not get it
     */
    Fate carry(Envelope envelope, BooleanSupplier handedOver);
}
