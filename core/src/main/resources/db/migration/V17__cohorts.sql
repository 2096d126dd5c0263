-- Who somebody is, beyond a name. Absent until they say it.
alter table person
    add column pronouns     text,
    add column languages    text[] not null default '{}',
    add column target_role  text,
    add column seniority    text,
    add column photo        text,
    add column suspended_at timestamptz,
    add column merged_into  uuid references person (id),
    -- Words without accents and case, of any script: Élodie is found as "elodie".
    add column sought       tsvector generated always as (
        to_tsvector('simple'::regconfig,
                    regexp_replace(
                            lower(regexp_replace(normalize(name || ' ' || coalesce(email, ''), nfd), '[\u0300-\u036f]', '', 'g')
                                  collate pg_c_utf8),
                            '[^[:alnum:]]+', ' ', 'g'))) stored,
    add constraint person_pronouns_are_short check (char_length(pronouns) between 1 and 40),
    add constraint person_languages_are_few check (cardinality(languages) <= 12),
    add constraint person_languages_are_codes check (array_to_string(languages, ' ', '?') ~ '^([a-z]{2,3}( (?=[a-z])|$))*$'),
    add constraint person_target_role_is_short check (char_length(target_role) between 1 and 100),
    add constraint person_seniority_is_known check (seniority in ('TEAM_LEAD', 'MANAGER', 'SENIOR_MANAGER', 'DIRECTOR', 'EXECUTIVE')),
    add constraint person_photo_names_its_bytes check (photo ~ '^[0-9a-f]{32}$'),
    add constraint person_merges_as_guest check (merged_into is null or (guest and merged_into <> id));

create index person_by_words on person using gin (sought);
create index person_in_order on person (lower(name), id) where merged_into is null;
create index person_by_merger on person (merged_into) where merged_into is not null;

-- JPEG squares, made anew from what was uploaded.
create table person_photo (
    person_id uuid primary key references person (id),
    large     bytea       not null,
    small     bytea       not null,
    taken_at  timestamptz not null,
    constraint person_photo_is_small check (octet_length(large) <= 200000 and octet_length(small) <= 50000)
);

-- A guest's merge into an account. Open until every interview has heard of it, so that it can be carried on with.
create table person_merge (
    guest    uuid primary key references person (id),
    account  uuid        not null references person (id),
    merged_by uuid       not null references person (id),
    begun_at timestamptz not null,
    done_at  timestamptz,
    constraint person_merge_joins_two check (guest <> account),
    constraint person_merge_ends_after_it_began check (done_at >= begun_at)
);

-- A cohort: its owner, and the coaches who follow it too.
alter table cohort
    add column archived_at timestamptz;

create table cohort_coach (
    cohort_id uuid        not null references cohort (id),
    person_id uuid        not null references person (id),
    since     timestamptz not null,
    primary key (cohort_id, person_id)
);

create index cohort_coach_by_person on cohort_coach (person_id);

insert into cohort_coach (cohort_id, person_id, since)
select id, coach_id, created_at
  from cohort;

-- Each time that somebody was asked to join, agreed or not, and how it ended. What is held while it lasts stays visible.
alter table cohort_member
    drop constraint cohort_member_pkey,
    drop constraint cohort_member_cohort_id_fkey,
    drop constraint cohort_member_person_id_fkey;
drop index cohort_member_by_person;
alter table cohort_member
    rename to cohort_member_before;

create table cohort_member (
    id             uuid primary key,
    cohort_id      uuid        not null references cohort (id),
    person_id      uuid references person (id),
    email          text,
    name           text,
    pronouns       text,
    zone           text,
    target_role    text,
    asked_by       uuid        not null references person (id),
    asked_at       timestamptz not null,
    agreed_at      timestamptz,
    agreed_version integer,
    ended_at       timestamptz,
    ending         text,
    constraint cohort_member_is_somebody check (num_nonnulls(person_id, email) >= 1),
    constraint cohort_member_email_is_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
    constraint cohort_member_texts_are_short check (char_length(name) <= 100 and char_length(pronouns) <= 40
        and char_length(zone) <= 64 and char_length(target_role) <= 100),
    constraint cohort_member_agrees_to_a_text check (num_nulls(agreed_at, agreed_version) in (0, 2)),
    constraint cohort_member_who_agrees_is_known check (agreed_at is null or person_id is not null),
    constraint cohort_member_ends_somehow check (num_nulls(ended_at, ending) in (0, 2)),
    constraint cohort_member_ending_is_known check (ending in ('DECLINED', 'WITHDRAWN', 'LEFT', 'TAKEN_OUT', 'ARCHIVED')),
    constraint cohort_member_ends_as_it_stood check (
        ending is null
            or (ending in ('DECLINED', 'WITHDRAWN') and agreed_at is null)
            or (ending in ('LEFT', 'TAKEN_OUT') and agreed_at is not null)
            or ending = 'ARCHIVED'),
    constraint cohort_member_ends_after_it_began check (ended_at >= agreed_at)
);

create unique index cohort_member_once_at_a_time on cohort_member (cohort_id, person_id) where ended_at is null;
create unique index cohort_member_asked_once on cohort_member (cohort_id, email) where ended_at is null;
create index cohort_member_by_cohort on cohort_member (cohort_id);
create index cohort_member_by_person on cohort_member (person_id);
create index cohort_member_by_email on cohort_member (email) where person_id is null and ended_at is null;

-- Before there were texts to agree to: version 0.
insert into cohort_member (id, cohort_id, person_id, asked_by, asked_at, agreed_at, agreed_version)
select gen_random_uuid(), before.cohort_id, before.person_id, cohort.coach_id, before.joined_at, before.joined_at, 0
  from cohort_member_before as before
  join cohort on cohort.id = before.cohort_id;

drop table cohort_member_before;

-- What is no more goes before what comes: two people of one interview become one, whose rows change hands.
-- Adds events and the rows that they change, as one statement of one round trip: all or nothing.
-- Writers of one interview meet at the primary key of the log. Answers DONE; DUPLICATE when an event is in the log
-- already; STALE when somebody else wrote first.
create or replace function append_to_interview(the_interview uuid, expected_seq bigint, events jsonb, changed jsonb) returns text
    language plpgsql as
$$
declare
    written boolean := false;
begin
    if expected_seq = (select coalesce(max(seq), 0) from interview_event where interview_id = the_interview) then
        begin
            insert into interview_event (interview_id, seq, event_id, type, version, actor, at, payload)
            select the_interview, new.seq, new.event_id, new.type, new.version, new.actor, new.at, new.payload
              from jsonb_to_recordset(events)
                as new (seq bigint, event_id uuid, type text, version smallint, actor uuid, at timestamptz, payload jsonb);
            written := true;
        exception
            when unique_violation then
                written := false;
        end;
    end if;

    if not written then
        return case
                   when exists (select
                                  from interview_event
                                 where event_id in (select new.event_id
                                                      from jsonb_to_recordset(events) as new (event_id uuid)))
                       then 'DUPLICATE'
                   else 'STALE'
               end;
    end if;

    if changed ? 'interview' then
        insert into interview (id, kind, phase, host, candidate, invitee, bank_id, bank_version, round_id, title, minutes,
                               starts_at, zone, started_at, finished_at, published_at, cancelled_at, no_show)
        select the_interview, new.kind, new.phase, new.host, new.candidate, new.invitee, new.bank_id, new.bank_version,
               new.round_id, new.title, new.minutes, new.starts_at, new.zone, new.started_at, new.finished_at,
               new.published_at, new.cancelled_at, new.no_show
          from jsonb_to_recordset(changed -> 'interview')
            as new (kind text, phase text, host uuid, candidate uuid, invitee text, bank_id text, bank_version integer,
                    round_id text, title text, minutes integer, starts_at timestamptz, zone text, started_at timestamptz,
                    finished_at timestamptz, published_at timestamptz, cancelled_at timestamptz, no_show text)
            on conflict (id) do update
                set host         = excluded.host,
                    phase        = excluded.phase,
                    candidate    = excluded.candidate,
                    starts_at    = excluded.starts_at,
                    zone         = excluded.zone,
                    started_at   = excluded.started_at,
                    finished_at  = excluded.finished_at,
                    published_at = excluded.published_at,
                    cancelled_at = excluded.cancelled_at,
                    no_show      = excluded.no_show;
    end if;

    -- What was taken back, or belongs to a shadow who was taken off again.
    if changed ? 'rating_gone' then
        delete
          from rating
         using jsonb_to_recordset(changed -> 'rating_gone') as gone (interviewer uuid, question_id text, shift text)
         where rating.interview_id = the_interview
           and rating.interviewer = gone.interviewer
           and rating.question_id = gone.question_id
           and rating.shift = gone.shift;
    end if;

    if changed ? 'trap_judgement_gone' then
        delete
          from trap_judgement
         using jsonb_to_recordset(changed -> 'trap_judgement_gone') as gone (interviewer uuid, question_id text, trap_id text)
         where trap_judgement.interview_id = the_interview
           and trap_judgement.interviewer = gone.interviewer
           and trap_judgement.question_id = gone.question_id
           and trap_judgement.trap_id = gone.trap_id;
    end if;

    -- Calling off an interview that started without a question takes its blank sheets away, and a shadow who goes takes
    -- theirs along.
    if changed ? 'sheet_gone' then
        delete
          from sheet
         where interview_id = the_interview
           and interviewer in (select gone::uuid from jsonb_array_elements_text(changed -> 'sheet_gone') as gone);
    end if;

    if changed ? 'participant_gone' then
        delete
          from participant
         where interview_id = the_interview
           and person_id in (select gone::uuid from jsonb_array_elements_text(changed -> 'participant_gone') as gone);
    end if;

    if changed ? 'participant' then
        insert into participant (interview_id, person_id, seat)
        select the_interview, new.person_id, new.seat
          from jsonb_to_recordset(changed -> 'participant') as new (person_id uuid, seat text)
            on conflict (interview_id, person_id) do update
                set seat = excluded.seat;
    end if;

    if changed ? 'sheet' then
        insert into sheet (interview_id, interviewer, locked_at, verdict, summary, amendments)
        select the_interview, new.interviewer, new.locked_at, new.verdict, new.summary, new.amendments
          from jsonb_to_recordset(changed -> 'sheet')
            as new (interviewer uuid, locked_at timestamptz, verdict text, summary text, amendments integer)
            on conflict (interview_id, interviewer) do update
                set locked_at  = excluded.locked_at,
                    verdict    = excluded.verdict,
                    summary    = excluded.summary,
                    amendments = excluded.amendments;
    end if;

    if changed ? 'rating' then
        insert into rating (interview_id, interviewer, question_id, shift, level)
        select the_interview, new.interviewer, new.question_id, new.shift, new.level
          from jsonb_to_recordset(changed -> 'rating')
            as new (interviewer uuid, question_id text, shift text, level smallint)
            on conflict (interview_id, interviewer, question_id, shift) do update
                set level = excluded.level;
    end if;

    if changed ? 'trap_judgement' then
        insert into trap_judgement (interview_id, interviewer, question_id, trap_id, judgement)
        select the_interview, new.interviewer, new.question_id, new.trap_id, new.judgement
          from jsonb_to_recordset(changed -> 'trap_judgement')
            as new (interviewer uuid, question_id text, trap_id text, judgement text)
            on conflict (interview_id, interviewer, question_id, trap_id) do update
                set judgement = excluded.judgement;
    end if;

    if changed ? 'self_rating' then
        insert into self_rating (interview_id, question_id, shift, level)
        select the_interview, new.question_id, new.shift, new.level
          from jsonb_to_recordset(changed -> 'self_rating') as new (question_id text, shift text, level smallint)
            on conflict (interview_id, question_id, shift) do update
                set level = excluded.level;
    end if;

    return 'DONE';
end
$$;
