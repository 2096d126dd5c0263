-- The log of interviews: what happened, for ever and in order. Everything below it can be made again from it.
-- Why a trigger and no grants: docs/decisions/0001-log-and-fold.md.
create table interview_event (
    interview_id uuid        not null,
    seq          bigint      not null,
    event_id     uuid        not null unique,
    type         text        not null,
    version      smallint    not null,
    actor        uuid        not null,
    at           timestamptz not null,
    payload      jsonb       not null,
    primary key (interview_id, seq),
    constraint interview_event_seq_counts_from_one check (seq >= 1),
    constraint interview_event_type_is_a_name check (type ~ '^[a-z]+(-[a-z]+)*$'),
    constraint interview_event_version_counts_from_one check (version >= 1),
    constraint interview_event_payload_is_an_object check (jsonb_typeof(payload) = 'object')
);

create function refuse_to_change_the_log() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The log of interviews only grows: % on interview_event is refused', lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

create trigger interview_event_is_insert_only
    before update or delete or truncate
    on interview_event
    for each statement
execute function refuse_to_change_the_log();

-- From here on: projections, one row for each thing that lists and reports ask about.
create table interview (
    id           uuid primary key,
    kind         text        not null,
    phase        text        not null,
    host         uuid        not null references person (id),
    candidate    uuid references person (id),
    invitee      text        not null,
    bank_id      text        not null,
    bank_version integer     not null,
    round_id     text        not null,
    title        text        not null,
    minutes      integer     not null,
    starts_at    timestamptz not null,
    zone         text        not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    published_at timestamptz,
    cancelled_at timestamptz,
    no_show      text,
    constraint interview_kind_is_known check (kind in ('PEER', 'COACH_LED', 'PANEL')),
    constraint interview_phase_is_known check (phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING', 'PUBLISHED', 'CANCELLED')),
    constraint interview_no_show_is_known check (no_show in ('CANDIDATE', 'INTERVIEWER')),
    constraint interview_started_when_held check ((started_at is not null) = (phase in ('LIVE', 'DEBRIEFING', 'PUBLISHED'))),
    constraint interview_finished_when_over check ((finished_at is not null) = (phase in ('DEBRIEFING', 'PUBLISHED'))),
    constraint interview_published_when_revealed check ((published_at is not null) = (phase = 'PUBLISHED')),
    constraint interview_cancelled_when_off check ((cancelled_at is not null) = (phase = 'CANCELLED')),
    constraint interview_no_show_calls_off check (no_show is null or phase = 'CANCELLED')
);

create index interview_by_phase on interview (phase, starts_at);
create index interview_published_of_candidate on interview (candidate, published_at) where phase = 'PUBLISHED';

-- Whoever has a seat. The key keeps the candidate from being an interviewer of the same interview.
create table participant (
    interview_id uuid not null references interview (id),
    person_id    uuid not null references person (id),
    seat         text not null,
    primary key (interview_id, person_id),
    constraint participant_seat_is_known check (seat in ('CANDIDATE', 'INTERVIEWER'))
);

create index participant_by_person on participant (person_id, interview_id);
create unique index participant_one_candidate on participant (interview_id) where seat = 'CANDIDATE';

create table sheet (
    interview_id uuid    not null,
    interviewer  uuid    not null,
    locked_at    timestamptz,
    verdict      text,
    summary      text,
    amendments   integer not null,
    primary key (interview_id, interviewer),
    foreign key (interview_id, interviewer) references participant (interview_id, person_id),
    constraint sheet_verdict_is_known check (verdict in ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
    constraint sheet_locks_with_verdict_and_summary check (num_nulls(locked_at, verdict, summary) in (0, 3)),
    constraint sheet_is_amended_once_locked check (amendments = 0 or (amendments > 0 and locked_at is not null))
);

create index sheet_owed on sheet (interviewer, interview_id) where locked_at is null;

-- A level of null is "not observed". A level that was never given has no row.
create table rating (
    interview_id uuid not null,
    interviewer  uuid not null,
    question_id  text not null,
    shift        text not null,
    level        smallint,
    primary key (interview_id, interviewer, question_id, shift),
    foreign key (interview_id, interviewer) references sheet (interview_id, interviewer),
    constraint rating_shift_is_known check (shift in ('STRATEGY', 'ACCOUNTABILITY', 'TEAM')),
    constraint rating_level_is_on_the_scale check (level between 1 and 5)
);

create table trap_judgement (
    interview_id uuid not null,
    interviewer  uuid not null,
    question_id  text not null,
    trap_id      text not null,
    judgement    text not null,
    primary key (interview_id, interviewer, question_id, trap_id),
    foreign key (interview_id, interviewer) references sheet (interview_id, interviewer),
    constraint trap_judgement_is_known check (judgement in ('AVOIDED', 'FELL', 'RECOVERED'))
);

create table self_rating (
    interview_id uuid not null references interview (id),
    question_id  text not null,
    shift        text not null,
    level        smallint,
    primary key (interview_id, question_id, shift),
    constraint self_rating_shift_is_known check (shift in ('STRATEGY', 'ACCOUNTABILITY', 'TEAM')),
    constraint self_rating_level_is_on_the_scale check (level between 1 and 5)
);

-- Adds events and the rows that they change, as one statement of one round trip: all or nothing.
-- Writers of one interview meet at the primary key of the log. Answers DONE; DUPLICATE when an event is in the log
-- already; STALE when somebody else wrote first.
create function append_to_interview(the_interview uuid, expected_seq bigint, events jsonb, changed jsonb) returns text
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
                set phase        = excluded.phase,
                    candidate    = excluded.candidate,
                    starts_at    = excluded.starts_at,
                    zone         = excluded.zone,
                    started_at   = excluded.started_at,
                    finished_at  = excluded.finished_at,
                    published_at = excluded.published_at,
                    cancelled_at = excluded.cancelled_at,
                    no_show      = excluded.no_show;
    end if;

    if changed ? 'participant' then
        insert into participant (interview_id, person_id, seat)
        select the_interview, new.person_id, new.seat
          from jsonb_to_recordset(changed -> 'participant') as new (person_id uuid, seat text);
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

    -- Calling off an interview that started without a question takes its blank sheets away.
    if changed ? 'sheet_gone' then
        delete
          from sheet
         where interview_id = the_interview
           and interviewer in (select gone::uuid from jsonb_array_elements_text(changed -> 'sheet_gone') as gone);
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
