package org.threeshift.web.mail;

import org.threeshift.core.mail.Outbox.Fate;

/** Brings one envelope to the mail server, and tells what became of it. */
@FunctionalInterface
interface Carrier {
    Fate carry(Envelope envelope);
}
