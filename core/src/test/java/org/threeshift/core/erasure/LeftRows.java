package org.threeshift.core.erasure;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Words in rows that packages beside these, or the web, write, in the shape in which they do.
 *
 * @param ofMira an interview of hers that the leaver held
 */
record LeftRows(TestDatabase database, Person leaver, Person other, Person mira, InterviewId ofMira) {
    void insert() {
        JdbcClient jdbc = database.jdbcClient();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                            expiry_time, principal_name)
                values ('zyxplant-1', 'zyxplant-2', 0, 0, 0, 0, cast(:id as text));
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                values ('zyxplant-1', 'zyxplant', convert_to('zyxplant', 'UTF8'))
                """).update();
        jdbc.sql("""
                insert into person_photo (person_id, large, small, taken_at)
                values (:id, convert_to('zyxplant', 'UTF8'), convert_to('zyxplant', 'UTF8'), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                            expiry_time, principal_name)
                values ('zyxplant-3', 'zyxplant-4', 0, 0, 0, 0, 'halfway:' || cast(:id as text));
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into passkey (credential_id, person_id, label, public_key, attestation_object, transports, signature_count,
                                     backup_eligible, backed_up, added_at)
                values (convert_to('zyxplant', 'UTF8'), :id, 'Laptop of Zyxplant', convert_to('zyxplant', 'UTF8'),
                        convert_to('zyxplant', 'UTF8'), 'internal', 0, false, false, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into push_device (id, person_id, endpoint_secret, p256dh_secret, auth_secret, browser_hash, server_key, agent,
                                         added_at)
                values (gen_random_uuid(), :id, 'https://push.example.org/zyxplant', decode(repeat('04', 65), 'hex'),
                        decode(repeat('07', 16), 'hex'), sha256('b'), decode(repeat('04', 65), 'hex'), 'Browser of Zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into passkey_challenge (challenge_hash, person_id, expires_at)
                values (sha256('p'), :id, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_factor (person_id, secret, last_step, since) values (:id, 'sealed zyxplant', 0, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_factor_draft (person_id, secret, made_at) values (:id, 'sealed zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into recovery_code (code_hash, person_id) values (sha256('r'), :id)
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into provider_link (provider, subject, person_id, email, linked_at)
                values ('zyxplant', 'zyxplant', :id, 'zyxplant@example.org', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into provider_offer (id, token_hash, provider, subject, person_id, email, made_at, expires_at)
                values (gen_random_uuid(), sha256('f'), 'zyxplant', 'zyxplant', :id, 'zyxplant@example.org', now(), now() + interval '1 hour')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into practice_tick (interview_id, item, at)
                select id, 'zyxplant', now()
                  from interview
                 where candidate = :id
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_opinion (interview_id, coach, candidate, levels, traps, summary, changed_at)
                select id, :other, candidate, cast('[]' as jsonb), cast('[]' as jsonb), 'Zyxplant was quick.', now()
                  from interview
                 where candidate = :id
                 union all
                select id, :id, candidate, cast('[]' as jsonb), cast('[]' as jsonb), 'Zyxplant agrees.', now()
                  from interview
                 where id = :mira
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .param("mira", ofMira.value())
                .update();
        jdbc.sql("""
                insert into practice_wish (person_id, target_role, languages, minutes, pace, scores_used, changed_at)
                values (:id, 'Head of Zyxplant', '{en}', 60, 'EACH_DRAW', true, now())
                """).param("id", leaver.id().value()).update();
        booked(jdbc, leaver.id().value(), other.id().value(), "zyxplant-page", "Zyxplant");
        booked(jdbc, other.id().value(), leaver.id().value(), "others-page", "Other");
        jdbc.sql("""
                insert into weekly_hours (person_id, purpose, zone, changed_at) values (:id, 'PRACTICE', 'Europe/Zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into member_report (id, reporter, about, kind, words, at, handled_by, handled_at, ending, note)
                values (gen_random_uuid(), :id, :other, 'OTHER', 'Says zyxplant.', now(), null, null, null, ''),
                       (gen_random_uuid(), :other, :id, 'OTHER', 'Zyxplant was rude.', now(), null, null, null, ''),
                       (gen_random_uuid(), :other, :mira, 'OTHER', 'As rude as Zyxplant Pereira.', now(), :id, now(), 'SPOKEN', 'Spoke as Zyxplant.')
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .param("mira", mira.id().value())
                .update();
        evenings(jdbc);
        jdbc.sql("""
                insert into access_token (id, person_id, name, scope, token_hash, created_at, expires_at)
                values (gen_random_uuid(), :id, 'Token of Zyxplant', 'READ', sha256('t'), now(), now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into call_seat (connection_id, interview_id, person_id, place, leased_until, counted_since)
                select '00000000-0000-0000-0000-00000000000c', id, :id, 1, now(), now()
                  from interview
                 limit 1
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into call_signal (connection_id, number, sender, body, sent_at)
                values ('00000000-0000-0000-0000-00000000000c', 1, :id, 'zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into cohort_member (id, cohort_id, email, name, pronouns, zone, target_role, asked_by, asked_at)
                select gen_random_uuid(), id, 'zyxplant@example.org', 'Zyxplant', 'zyxplant', 'zyxplant', 'zyxplant', coach_id, now()
                  from cohort
                 where coach_id = :id
                   and name = 'Winter'
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into throttle (kind, subject, tries, last_at, until, refused)
                values ('SIGN_IN_ACCOUNT', sha256('zyxplant@example.org'), 1, now(), now(), false)
                """).update();
        jdbc.sql("""
                update outbox
                   set reason = 'No such mailbox: zyxplant'
                 where person_id = :id
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into outbox (id, key, topic, address, person_id, filled, calendar, posted_at, next_at)
                values (gen_random_uuid(), 'carries-a-calendar', 'invited', 'jonas@example.org', :id, '{}',
                        e'BEGIN:VCALENDAR\\r\\nMETHOD:REQUEST\\r\\nSUMMARY:With Zyxplant Pereira\\r\\nEND:VCALENDAR\\r\\n', now(), now()),
                       (gen_random_uuid(), 'carries-a-folded-calendar', 'invited', 'jonas@example.org', :id, '{}',
                        e'BEGIN:VCALENDAR\\r\\nMETHOD:REQUEST\\r\\nSUMMARY:With Zyx\\r\\n plant Pereira\\r\\nEND:VCALENDAR\\r\\n', now(), now())
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into keep_request (token_hash, guest, email, password_hash, next, asked_at, expires_at)
                values (sha256('k'), :id, 'zyxplant@example.org', 'zyxplant', '/zyxplant', now(), now() + interval '1 day')
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into outside_calendar (id, person_id, place, name, host, address_secret, added_at, next_at)
                values (gen_random_uuid(), :id, 1, 'Zyxplant’s own', 'zyxplant.example.org', 'open:https://zyxplant.example.org', now(), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into known_device (token_hash, person_id, first_at, last_at)
                values (sha256('x'), :id, now(), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into invite (id, token_hash, email, role, invited_by, created_at, expires_at)
                values (gen_random_uuid(), sha256('y'), 'zyxplant@example.org', 'MEMBER', :id, now(), now() + interval '7 days')
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into entry_request (id, kind, email, details, asked_at)
                values (gen_random_uuid(), 'REGISTER', 'zyxplant@example.org', '{"name": "Zyxplant"}', now())
                """).update();
        jdbc.sql("""
                insert into registration (token_hash, email, name, zone, password_hash, created_at, expires_at)
                values (sha256('z'), 'zyxplant@example.org', 'Zyxplant', 'zyxplant', 'zyxplant', now(), now() + interval '1 day')
                """).update();
        jdbc.sql("""
                insert into entry_link (token_hash, purpose, person_id, next, created_at, expires_at)
                values (sha256('l'), 'SIGN_IN', :id, '/zyxplant', now(), now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into address_change (id, person_id, old_email, new_email, old_token_hash, new_token_hash, created_at, expires_at)
                values (gen_random_uuid(), :id, 'zyxplant@example.org', 'new.zyxplant@example.org', sha256('o'), sha256('n'), now(),
                        now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
    }

    /** One that they planned, and one on which they are called by name. */
    private void evenings(JdbcClient jdbc) {
        jdbc.sql("""
                with planned as (
                    insert into evening (id, cohort_id, coach_id, title, note, starts_at, ends_at, zone, wall_clock, utc_offset,
                                         slot_minutes, break_minutes, slots, rooms, bank_id, rounds, state, reason, version, changed_at)
                    select gen_random_uuid(), (select min(id::text)::uuid from cohort), coach, title, note, now(),
                           now() + interval '1 hour', 'UTC', now() at time zone 'UTC', 0, 40, 5, 1, 1, 'bank', '{round}', 'CALLED_OFF',
                           reason, 0, now()
                      from (values (cast(:id as uuid), 'Evening of zyxplant', 'Zyxplant brings water.', 'Zyxplant is ill.'),
                                   (cast(:other as uuid), 'Without Zyxplant Pereira', 'Zyxplant Pereira cannot come.', 'Zyxplant Pereira is missed.'))
                           as made (coach, title, note, reason)
                    returning id)
                insert into evening_guest (evening_id, person_id)
                select planned.id, :id
                  from planned
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .update();
    }

    /** A coach's page on which somebody booked an interview that is over; its words hold a word of the coach's. */
    private void booked(JdbcClient jdbc, UUID coach, UUID candidate, String slug, String word) {
        jdbc.sql("""
                with page as (
                    insert into booking_page (id, slug, title, intro, owner, audience, minutes_before, minutes_after, notice_hours,
                                              most_a_day, days_ahead, change_hours, step_minutes, made_at)
                    values (gen_random_uuid(), :slug, 'Book ' || :word, 'Hello from ' || :word, :coach, 'PUBLIC', 0, 0, 0, 4, 28, 24, 30,
                            now())
                    returning id),
                     kind as (
                    insert into session_kind (id, page_id, place, name, bank_id, round_id, minutes, price, description)
                    select gen_random_uuid(), id, 1, 'Talk with ' || :word, 'bank', 'round', 60, :word || ' euros', :word || ' listens.'
                      from page
                    returning id, page_id),
                     question as (
                    insert into session_question (kind_id, place, text, required)
                    select id, 1, 'Why ' || :word || '?', true
                      from kind),
                     made as (
                    insert into booking (interview_id, page_id, kind_id, coach, candidate, minutes, change_hours, booked_at)
                    select :interview, page_id, id, :coach, :candidate, 60, 24, now()
                      from kind
                    returning interview_id)
                insert into booking_answer (interview_id, place, question, answer)
                select interview_id, 1, 'Why ' || :word || '?', 'Because I am Zyxplant, or know them.'
                  from made
                """)
                .param("slug", slug)
                .param("word", word)
                .param("coach", coach)
                .param("candidate", candidate)
                .param(
                        "interview",
                        TestRows.interview(database, new PersonId(coach)).value())
                .update();
    }
}
