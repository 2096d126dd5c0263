-- The row of an interview follows the round that its interviewer chose before it began.
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
                    bank_id      = excluded.bank_id,
                    bank_version = excluded.bank_version,
                    round_id     = excluded.round_id,
                    title        = excluded.title,
                    minutes      = excluded.minutes,
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

