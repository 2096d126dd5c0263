package org.threeshift.core.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.PersonId;

/** What is to be told on which device. It holds no words: those are made when it leaves. */
@Component
class PostgresPushMessages {
    private final JdbcClient jdbc;

    PostgresPushMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a message ended. Names are stored, so that none is ever changed. */
    enum Ending {
        /** The push service took it. */
        SENT,
        /** It was no news any more, or did not stand any more, before it could leave. */
        OVER,
        /** The push service does not want it, or had no time for it in many tries. */
        FAILED
    }

    /**
     * A message in somebody's hand.
     *
     * @param shown    whether the notice is on the person's page of messages too
     * @param attempts this one counted
     */
    record InHand(UUID notice, UUID device, Subscription subscription, boolean shown, int attempts) {}

    void post(UUID notice, PersonId person, Instant at) {
        jdbc.sql("""
                insert into push_message (notice_id, device_id, next_at)
                select :notice, push_device.id, :at
                  from push_device
                 where push_device.person_id = :person
                    on conflict (notice_id, device_id) do nothing
                """)
                .param("notice", notice)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The message that has been due longest, for the caller alone: however many take at once, each gets another. What tells of a kind
     * that this version of the program does not know, and what goes to a device that was made for another key, is left for a node that
     * can tell it; until it is no news, which any node may see.
     *
     * @param serverKey the key that the caller signs with
     * @param abandoned who took one before then is gone: it is taken again, and devices show it once all the same
     */
    Optional<InHand> take(byte[] serverKey, Instant now, Instant abandoned) {
        return jdbc.sql("""
                with taken as (
                    update push_message
                       set taken_at = :now,
                           attempts = least(attempts + 1, 1000)
                     where (notice_id, device_id) = (select waiting.notice_id, waiting.device_id
                                                       from push_message waiting
                                                       join push_device on push_device.id = waiting.device_id
                                                       join notice on notice.id = waiting.notice_id
                                                      where waiting.settled_at is null
                                                        and waiting.next_at <= :now
                                                        and (waiting.taken_at is null or waiting.taken_at < :abandoned)
                                                        and (notice.until <= :now
                                                             or (push_device.server_key = :server
                                                                 and notice.kind = any (:kinds)))
                                                      order by waiting.next_at
                                                      limit 1
                                                        for update of waiting skip locked)
                    returning notice_id, device_id, attempts)
                select taken.notice_id, taken.device_id, taken.attempts, push_device.endpoint_secret, push_device.p256dh_secret,
                       push_device.auth_secret, notice.shown_at is not null as shown
                  from taken
                  join push_device on push_device.id = taken.device_id
                  join notice on notice.id = taken.notice_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("abandoned", abandoned.atOffset(ZoneOffset.UTC))
                .param("server", serverKey)
                .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toArray(String[]::new))
                .query((row, _) -> new InHand(
                        row.getObject("notice_id", UUID.class),
                        row.getObject("device_id", UUID.class),
                        new Subscription(
                                row.getString("endpoint_secret"),
                                row.getBytes("p256dh_secret"),
                                row.getBytes("auth_secret")),
                        row.getBoolean("shown"),
                        row.getInt("attempts")))
                .optional();
    }

    void settle(InHand message, Ending ending, Instant at) {
        jdbc.sql("""
                update push_message
                   set settled_at = :at,
                       ending = :ending,
                       taken_at = null
                 where notice_id = :notice
                   and device_id = :device
                   and settled_at is null
                """)
                .param("notice", message.notice())
                .param("device", message.device())
                .param("ending", ending.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing happens when somebody else has it in hand meanwhile, who says what becomes of it. */
    void postpone(InHand message, Instant to) {
        jdbc.sql("""
                update push_message
                   set next_at = :to,
                       taken_at = null
                 where notice_id = :notice
                   and device_id = :device
                   and attempts = :attempt
                   and settled_at is null
                """)
                .param("notice", message.notice())
                .param("device", message.device())
                .param("attempt", message.attempts())
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }
}
