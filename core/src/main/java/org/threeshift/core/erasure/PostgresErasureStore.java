package org.threeshift.core.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.Called;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Wishes to be erased, and how each table loses a person. Every table that holds words or names is here or, with a reason, in
 * {@code kept-columns.txt} of the tests, which walk all columns of all tables.
 */
@Component
final class PostgresErasureStore implements ErasureStore {
    private static final RowMapper<Erasure> ERASURE = (row, number) -> new Erasure(
            row.getObject("id", UUID.class),
            new PersonId(row.getObject("person_id", UUID.class)),
            new PersonId(row.getObject("asked_by", UUID.class)),
            row.getString("reason"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            row.getObject("due_at", OffsetDateTime.class).toInstant());

    /** In this order: what is found by a name or by another table goes before that. The log of interviews is erased by its own way. */
    private static final List<String> STATEMENTS = List.of(
            // What others are about to fetch may call the person by name, wherever they met. It is made again without:
            // under
            // another id, so that what is being made at this moment is dropped.
            """
            with unfetched as (
                select distinct on (person_id) id
                  from data_export
                 where ready_at is null
                    or (content is not null and expires_at > :at)
                 order by person_id, ready_at nulls first, asked_at desc, id),
                 over as (
                delete from data_export
                 where content is not null
                   and id not in (select id from unfetched))
            update data_export
               set id = gen_random_uuid(), content = null, ready_at = null, expires_at = null
             where id in (select id from unfetched)
            """,
            """
            update invitation
               set label = ''
             where used_by = :person
                or created_by = :person
                or interview_id in (select id from interview where candidate = :person)
                or exists (select from unnest(:patterns) as pattern where lower(label) ~ pattern)
            """,
            """
            delete from setup_link where person_id = :person
            """,
            """
            update invite
               set email = null
             where used_by = :person
                or email = any (:names)
            """,
            // A message to somebody else that calls them by name, in its words or in what it carries for a calendar.
            // What was to be sent to somebody without an account the next round tells again, in other words; what
            // never left they did not hear.
            """
            with gone as (
                delete from outbox
                 where address = any (:names)
                    or exists (select
                                 from jsonb_each_text(filled) as part
                                 join unnest(:patterns) as pattern on lower(part.value) ~ pattern)
                    or exists (select
                                 from unnest(:patterns) as pattern
                                where lower(regexp_replace(replace(calendar, e'\\r\\n ', ''), '\\\\([,;\\\\])', '\\1', 'g')) ~ pattern)
             returning key, topic, state),
                 unheard as (
                select split_part(key, ':', 2) as interview,
                       count(*) filter (where topic <> 'guest-off') as mails,
                       bool_or(state = 'WAITING') as waits
                  from gone
                 where key like 'invitee:%'
                   and state in ('WAITING', 'FAILED', 'DISCARDED')
                 group by interview)
            update invited_address
               set told = case when unheard.waits then -1 else invited_address.told end,
                   mails = greatest(invited_address.mails - unheard.mails, 0)
              from unheard
             where invited_address.interview_id = cast(unheard.interview as uuid)
            """,
            // What others are told goes on, without a reason that the person gave or that was given of them.
            """
            update notice
               set filled = jsonb_set(filled, '{reason}', '""')
             where filled -> 'reason' is not null
               and (interview_id in (select id from interview where candidate = :person)
                    or exists (select from jsonb_each_text(filled) as part where part.value = cast(:person as text)))
            """,
            // Nor with the words of an evening that they planned.
            """
            update notice
               set filled = filled || '{"title": "A practice evening", "note": ""}'
             where filled -> 'title' is not null
               and filled ->> 'by' = cast(:person as text)
            """,
            """
            delete from notice
             where exists (select
                             from jsonb_each_text(filled) as part
                             join unnest(:patterns) as pattern on lower(part.value) ~ pattern)
            """,
            // Whoever they invited hears that it is off, if that is so. That an address wants no mail from here is kept
            // by its hash: it
            // is what the person asked for.
            """
            update invited_address
               set address = null
             where lower(address) = any (:names)
                or interview_id in (select id from interview where candidate = :person)
                or exists (select from unnest(:patterns) as pattern where lower(address) ~ pattern)
            """,
            """
            delete from mailed_link
             where address_hash in (select sha256(convert_to(name, 'UTF8')) from unnest(:names) as name)
            """,
            """
            delete from keep_request where email = any (:names)
            """,
            """
            delete from entry_request where email = any (:names)
            """,
            // Counts of tries at their address, or at their account, are kept by its hash.
            """
            delete from throttle
             where subject = sha256(convert_to(cast(:person as text), 'UTF8'))
                or subject in (select sha256(convert_to(name, 'UTF8')) from unnest(:names) as name)
            """,
            """
            delete from registration where email = any (:names)
            """,
            """
            delete from person_photo where person_id = :person
            """,
            """
            delete from cohort_member
             where person_id = :person
                or email = any (:names)
            """,
            """
            delete from cohort_coach where person_id = :person
            """,
            // Its name was theirs. Nobody follows it, unless another coach does.
            """
            update cohort
               set name = 'A cohort',
                   archived_at = case
                                     when exists (select from cohort_coach where cohort_id = cohort.id) then archived_at
                                     else coalesce(archived_at, :at)
                                 end
             where coach_id = :person
            """,
            // A practice evening that they planned is still one for those who came.
            """
            update evening
               set title = 'A practice evening', note = '', reason = ''
             where coach_id = :person
                or exists (select
                             from unnest(:patterns) as pattern
                            where lower(title) ~ pattern or lower(note) ~ pattern or lower(reason) ~ pattern)
            """,
            // With them nobody can meet: the others have their time back. A panel meets without one of them.
            """
            delete from appointment
             where id in (select appointment_id from appointment_person where person_id = :person)
               and not exists (select
                                 from interview
                                where interview.id = appointment.interview_id
                                  and interview.kind = 'PANEL'
                                  and interview.host <> :person
                                  and interview.candidate is distinct from :person)
            """,
            """
            delete from appointment_person where person_id = :person
            """,
            """
            delete from candidate_note where person_id = :person
            """,
            """
            delete from practice_tick where interview_id in (select id from interview where candidate = :person)
            """,
            """
            delete from note_draft
             where person_id = :person
                or interview_id in (select id from interview where candidate = :person)
            """,
            // Levels that they gave to others stay in those people's statistics, without the sentence.
            """
            update feedback_card set sentence = '' where candidate = :person
            """,
            """
            delete from feedback_card where interviewer = :person
            """,
            """
            delete from presence where person_id = :person
            """,
            """
            delete from call_seat where person_id = :person
            """,
            """
            update broken_glass
               set reason = ''
             where admin_id = :person
                or interview_id in (select id from interview where candidate = :person)
            """,
            """
            delete from coach_note where author = :person or candidate = :person
            """,
            // That they reported somebody stays, for the one whom they reported may do it again; not what they said.
            """
            update member_report
               set words = case when reporter = :person or exists (select
                                                                     from unnest(:patterns) as pattern
                                                                    where lower(words) ~ pattern)
                                then '' else words end,
                   note = case when handled_by = :person or exists (select
                                                                      from unnest(:patterns) as pattern
                                                                     where lower(note) ~ pattern)
                               then '' else note end
             where reporter = :person
                or handled_by = :person
                or exists (select from unnest(:patterns) as pattern where lower(words) ~ pattern or lower(note) ~ pattern)
            """,
            """
            delete from spring_session where principal_name in (cast(:person as text), 'halfway:' || cast(:person as text))
            """,
            """
            update erasure set reason = '' where person_id = :person or asked_by = :person
            """,
            """
            update person
               set name = 'Someone who left', email = null, password_hash = null, role = 'MEMBER', zone = 'UTC', guest = true,
                   pronouns = null, languages = '{}', target_role = null, seniority = null, photo = null, suspended_at = null,
                   erased_at = :at
             where id = :person
            """);

    private final JdbcClient jdbc;

    PostgresErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Erasure erasure) {
        return jdbc.sql("""
                        insert into erasure (id, person_id, asked_by, reason, asked_at, due_at)
                        values (:id, :person, :by, :reason, :asked, :due)
                        on conflict do nothing
                        """)
                        .param("id", erasure.id())
                        .param("person", erasure.person().value())
                        .param("by", erasure.askedBy().value())
                        .param("reason", erasure.reason())
                        .param("asked", erasure.askedAt().atOffset(ZoneOffset.UTC))
                        .param("due", erasure.dueAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<Erasure> waiting(PersonId person) {
        return jdbc.sql("""
                select id, person_id, asked_by, reason, asked_at, due_at
                  from erasure
                 where person_id = :person
                   and called_off_at is null
                   and done_at is null
                """).param("person", person.value()).query(ERASURE).optional();
    }

    @Override
    public List<Erasure> waiting() {
        return jdbc.sql("""
                select id, person_id, asked_by, reason, asked_at, due_at
                  from erasure
                 where called_off_at is null
                   and done_at is null
                 order by due_at, id
                """).query(ERASURE).list();
    }

    @Override
    public boolean callOff(UUID erasure, Instant at) {
        return jdbc.sql("""
                        update erasure
                           set called_off_at = :at
                         where id = :id
                           and called_off_at is null
                           and done_at is null
                        """)
                        .param("id", erasure)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean finish(UUID erasure, Instant at) {
        return jdbc.sql("""
                        update erasure
                           set done_at = :at
                         where id = :id
                           and called_off_at is null
                           and done_at is null
                        """)
                        .param("id", erasure)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void erase(PersonId person, Set<String> names, Instant at) {
        Set<String> called = Called.of(names);
        jdbc.sql("select redact_audit(:person)")
                .param("person", person.value())
                .query(Integer.class)
                .single();
        jdbc.sql("select delete_what_goes_with_a_person(:person)")
                .param("person", person.value())
                .query(rows -> {});
        for (String statement : STATEMENTS) {
            jdbc.sql(statement)
                    .param("person", person.value())
                    .param("names", called.toArray(String[]::new))
                    .param("patterns", Called.patterns(called))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @Override
    public List<PersonId> selves(PersonId person) {
        return jdbc.sql("""
                select id
                  from person
                 where id = :person
                    or merged_into = :person
                 order by merged_into nulls last, id
                """)
                .param("person", person.value())
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Set<String> names(List<PersonId> selves) {
        return jdbc.sql("""
                select name
                  from (select id, name from person
                         union
                        select id, email from person where email is not null
                         union
                        select person_id, name from former_name) as called
                 where id = any (:selves)
                """)
                .param("selves", selves.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getString("name")))
                .set();
    }

    @Override
    public Preview preview(PersonId person) {
        // From the interviews that they sat in, as notes and feedback are found by those.
        return jdbc.sql("""
                with own as (
                    select interview_id, seat
                      from participant
                     where person_id = :person)
                select (select count(*) from own where seat = 'CANDIDATE') as as_candidate,
                       (select count(*) from own where seat in ('INTERVIEWER', 'SHADOW')) as as_interviewer,
                       (select count(*) from interview where phase = 'SCHEDULED' and host = :person) as planned,
                       (select count(*) from own join candidate_note using (interview_id) where person_id = :person)
                           + (select count(*) from own join note_draft using (interview_id) where person_id = :person) as notes,
                       (select count(*) from share_link where person_id = :person) as shares,
                       (select count(*) from own join feedback_card using (interview_id) where candidate = :person)
                           + (select count(*) from feedback_card where interviewer = :person) as feedback
                """)
                .param("person", person.value())
                .query((row, number) -> new Preview(
                        row.getInt("as_candidate"),
                        row.getInt("as_interviewer"),
                        row.getInt("planned"),
                        row.getInt("notes"),
                        row.getInt("shares"),
                        row.getInt("feedback")))
                .single();
    }

    @Override
    public List<InterviewId> hosted(PersonId person) {
        return jdbc.sql("""
                select id
                  from interview
                 where host = :person
                   and phase = 'SCHEDULED'
                 order by id
                """)
                .param("person", person.value())
                .query((row, number) -> new InterviewId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Map<InterviewId, PersonId> booked(PersonId person) {
        Map<InterviewId, PersonId> hosts = new HashMap<>();
        jdbc.sql("""
                select interview.id, interview.host
                  from booking
                  join interview on interview.id = booking.interview_id
                 where booking.candidate = :person
                   and interview.phase = 'SCHEDULED'
                """).param("person", person.value()).query(row -> {
            hosts.put(
                    new InterviewId(row.getObject("id", UUID.class)), new PersonId(row.getObject("host", UUID.class)));
        });
        return hosts;
    }
}
