package org.threeshift.core.invitee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.mail.Recall;
import org.threeshift.core.mail.Unwanted.AddressHash;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.retention.Sweep;

/**
 * The addresses of those who are invited and have no account. They go a day after the interview was to be, and what waits to be sent
 * to them is not sent when something newer is to be told. Of the links that they were mailed the hashes stay for a year.
 */
@Component
class PostgresInvitees implements Recall, Sweep {
    private static final String KEY = "invitee:";
    private static final long DAY = 24 * 60 * 60;
    /** How long after a mail its link still takes a no. */
    private static final Duration LINKS_SAY_NO_FOR = Duration.ofDays(365);

    private static final String INVITEE = """
            select address, told, mails
              from invited_address
             where interview_id = :interview
            """;

    private static final String LAST_CHANGE = """
            (select coalesce(max(interview_event.seq), 0)
               from interview_event
              where interview_event.interview_id = invited_address.interview_id
                and interview_event.type in ('rescheduled', 'cancelled', 'no-show-reported'))
            """;

    private final JdbcClient jdbc;

    PostgresInvitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param address absent once they want no more mail
     * @param told    the place in the log of the last change of which a mail told; below 0 where none did yet
     * @param mails   how many there were
     */
    record Invitee(Optional<String> address, int told, int mails) {}

    /** Of the mail that tells how an interview stands after the change at a place of its log. */
    static String key(InterviewId interview, int place) {
        return KEY + interview + ":" + place;
    }

    /** Until the caller's transaction ends nobody else counts what this host, or what this address, may get. */
    void oneAtATime(PersonId host, String address) {
        oneAtATimeOf("invitees of " + host);
        oneAtATime(hash(address));
    }

    AddressHash hash(String address) {
        return new AddressHash(jdbc.sql("select encode(sha256(convert_to(lower(:address), 'UTF8')), 'hex')")
                .param("address", address)
                .query(String.class)
                .single());
    }

    /** Until the caller's transaction ends nobody else invites this address, or says what it wants. */
    void oneAtATime(AddressHash address) {
        oneAtATimeOf("invitee at " + address.hex());
    }

    private void oneAtATimeOf(String whose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(lower(:whose), 0))")
                .param("whose", whose)
                .query(rows -> {});
    }

    /** To be asked with the next round. Does nothing when somebody is already. */
    void add(InterviewId interview, String address, Instant at) {
        jdbc.sql("""
                insert into invited_address (interview_id, address, added_at)
                values (:interview, :address, :at)
                    on conflict (interview_id) do nothing
                """)
                .param("interview", interview.value())
                .param("address", address)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int askedBy(PersonId host, Instant since) {
        return jdbc.sql("""
                select count(*)
                  from invited_address
                  join interview on interview.id = invited_address.interview_id
                 where interview.host = :host
                   and invited_address.added_at > :since
                """)
                .param("host", host.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int asked(String address, Instant since) {
        return jdbc.sql("""
                select count(*)
                  from invited_address
                 where lower(address) = lower(:address)
                   and added_at > :since
                """)
                .param("address", address)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Invitee> find(InterviewId interview) {
        return jdbc.sql(INVITEE)
                .param("interview", interview.value())
                .query(PostgresInvitees::invitee)
                .optional();
    }

    Optional<Invitee> lock(InterviewId interview) {
        return jdbc.sql(INVITEE + " for update")
                .param("interview", interview.value())
                .query(PostgresInvitees::invitee)
                .optional();
    }

    private static Invitee invitee(ResultSet row, int number) throws SQLException {
        return new Invitee(Optional.ofNullable(row.getString("address")), row.getInt("told"), row.getInt("mails"));
    }

    /** Interviews of which something happened that their invitee was not told. */
    List<InterviewId> behind() {
        return jdbc.sql("""
                        select invited_address.interview_id
                          from invited_address
                         where invited_address.address is not null
                           and invited_address.told <
                        """ + LAST_CHANGE + " order by invited_address.interview_id")
                .query((row, _) -> new InterviewId(row.getObject("interview_id", UUID.class)))
                .list();
    }

    /** The place in its log at which its hour was last changed or it was called off; 0 where neither was. */
    int lastChange(InterviewId interview) {
        return jdbc.sql("select" + LAST_CHANGE + "from invited_address where interview_id = :interview")
                .param("interview", interview.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void told(InterviewId interview, int place) {
        jdbc.sql("update invited_address set told = :place where interview_id = :interview")
                .param("interview", interview.value())
                .param("place", place)
                .update();
    }

    void mailed(InterviewId interview, Token link, int mails, Instant at) {
        jdbc.sql("""
                insert into mailed_link (link_hash, address_hash, mailed_at)
                select :link, sha256(convert_to(lower(invited_address.address), 'UTF8')), :at
                  from invited_address
                 where invited_address.interview_id = :interview
                """)
                .param("interview", interview.value())
                .param("link", link.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update invited_address set mails = :mails where interview_id = :interview")
                .param("interview", interview.value())
                .param("mails", mails)
                .update();
    }

    /** Whom alone the link was mailed to; absent for any other link. */
    Optional<AddressHash> recipient(Token link) {
        return jdbc.sql("select encode(address_hash, 'hex') from mailed_link where link_hash = :link")
                .param("link", link.hash())
                .query(String.class)
                .optional()
                .map(AddressHash::new);
    }

    void stop(InterviewId interview) {
        jdbc.sql("update invited_address set address = null where interview_id = :interview")
                .param("interview", interview.value())
                .update();
    }

    /** Of whatever somebody is invited to by that address. */
    void stop(AddressHash address) {
        jdbc.sql("""
                update invited_address
                   set address = null
                 where sha256(convert_to(lower(address), 'UTF8')) = decode(:hash, 'hex')
                """).param("hash", address.hex()).update();
    }

    /**
     * The hour of which they know: of the last mail that may have reached them, of what an admin has read there to pass it on, or of when
     * whoever came by a mailed link last did something. Absent when no mail is known to have left. Of what the outbox has forgotten
     * each is taken to have arrived.
     */
    Optional<Instant> hourHeard(InterviewId interview, Invitee invitee) {
        return jdbc.sql("""
                with mail as (
                        select cast(split_part(outbox.key, ':', 3) as integer) as place,
                               outbox.state in ('SENT', 'SENDING', 'UNCERTAIN')
                               or exists (select
                                            from audit_event
                                           where audit_event.deed = 'message-read'
                                             and audit_event.at >= outbox.posted_at
                                             and audit_event.detail ->> 'message' = cast(outbox.id as text)) as reached
                          from outbox
                         where outbox.key like 'invitee:%'
                           and outbox.key like :keys),
                     heard as (
                        select greatest(
                                   (select max(place) from mail where reached),
                                   (select case when count(*) < :mails then coalesce(min(place) - 1, :told) end from mail),
                                   (select max(own.seq)
                                      from interview_event as own
                                      join invitation on invitation.interview_id = own.interview_id
                                                     and invitation.used_by = own.actor
                                      join mailed_link on mailed_link.link_hash = invitation.token_hash
                                     where own.interview_id = :interview)) as place)
                select cast(event.payload ->> 'startsAt' as timestamptz) as starts_at
                  from interview_event as event
                 cross join heard
                 where event.interview_id = :interview
                   and heard.place is not null
                   and (event.type = 'scheduled' or (event.type = 'rescheduled' and event.seq <= heard.place))
                 order by event.seq desc
                 limit 1
                """)
                .param("interview", interview.value())
                .param("keys", KEY + interview + ":%")
                .param("mails", invitee.mails())
                .param("told", invitee.told())
                .query((row, _) ->
                        row.getObject("starts_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** What its host said of why it has changed, at a place of its log; empty where nothing was said. */
    String reason(InterviewId interview, int place) {
        return jdbc.sql("""
                select coalesce(payload ->> 'reason', '')
                  from interview_event
                 where interview_id = :interview
                   and seq = :place
                """)
                .param("interview", interview.value())
                .param("place", place)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * Of what was moved or called off meanwhile, and of what they want no more of. Until a round has told of a change, what waits from
     * before it is not sent either.
     */
    @Override
    public boolean over(UUID message) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select
                                         from outbox
                                        where outbox.id = :message
                                          and outbox.key like 'invitee:%'
                                          and not exists (select
                                                            from invited_address
                                                           where outbox.key = 'invitee:' || invited_address.interview_id
                                                                                  || ':' || invited_address.told
                                                             and invited_address.address is not null
                                                             and invited_address.told =
                        """ + LAST_CHANGE + "))")
                .param("message", message)
                .query(Boolean.class)
                .single());
    }

    @Override
    public String name() {
        return "invited-addresses";
    }

    @Override
    public int sweep(Instant now) {
        int addresses = jdbc.sql("""
                delete from invited_address
                 using interview
                 where interview.id = invited_address.interview_id
                   and greatest(interview.starts_at, invited_address.added_at) < :before
                """)
                .param("before", now.minusSeconds(DAY).atOffset(ZoneOffset.UTC))
                .update();
        int links = jdbc.sql("delete from mailed_link where mailed_at < :before")
                .param("before", now.minus(LINKS_SAY_NO_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return addresses + links;
    }
}
