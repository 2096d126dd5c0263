-- What cohort pages read of a published interview: scores, bands, questions and traps, counted up where scorecards are computed
-- and written with the events that change them. Why no view: docs/decisions/0026-tallies.md.
create table shift_tally (
    interview_id uuid             not null references interview (id),
    shift        text             not null,
    -- Of computing it: rows of an earlier one are made again.
    method       integer          not null,
    mean         double precision,
    low          double precision,
    high         double precision,
    -- How the band came about, the error behind it and its degrees of freedom; no error for a band that is the whole scale.
    band_method  text,
    band_error   double precision,
    degrees      integer,
    probed       integer          not null,
    questions    integer          not null,
    levels       integer          not null,
    not_observed integer          not null,
    raters       uuid[]           not null,
    self         double precision,
    primary key (interview_id, shift),
    constraint shift_tally_shift_is_known check (shift in ('STRATEGY', 'ACCOUNTABILITY', 'TEAM')),
    constraint shift_tally_band_holds_the_mean check (
        num_nulls(mean, low, high, band_method, degrees) in (0, 5) and 1 <= low and low <= mean and mean <= high and high <= 5),
    constraint shift_tally_band_method_is_known check (band_method in ('WHOLE_SCALE', 'QUESTIONS', 'PANEL')),
    constraint shift_tally_self_is_on_the_scale check (self between 1 and 5)
);

create table question_tally (
    interview_id uuid             not null references interview (id),
    question_id  text             not null,
    method       integer          not null,
    mean         double precision,
    levels       integer          not null,
    primary key (interview_id, question_id),
    constraint question_tally_mean_is_on_the_scale check (mean between 1 and 5),
    constraint question_tally_mean_of_something check ((mean is null) = (levels = 0))
);

create table trap_tally (
    interview_id uuid    not null references interview (id),
    question_id  text    not null,
    trap_id      text    not null,
    method       integer not null,
    outcome      text    not null,
    primary key (interview_id, question_id, trap_id),
    constraint trap_tally_outcome_is_known check (outcome in ('AVOIDED', 'FELL', 'RECOVERED'))
);

-- Writes the rows of one interview over those that are there. With a method, over those of an earlier one alone, so that a repair
-- never undoes what an amendment has just written. Answers DONE.
create function tally_interview(the_interview uuid, rows jsonb, below integer default null) returns text
    language plpgsql as
$$
begin
    insert into shift_tally (interview_id, shift, method, mean, low, high, band_method, band_error, degrees, probed, questions,
                             levels, not_observed, raters, self)
    select the_interview, new.*
      from jsonb_to_recordset(rows -> 'shift_tally')
        as new (shift text, method integer, mean double precision, low double precision, high double precision,
                band_method text, band_error double precision, degrees integer, probed integer, questions integer,
                levels integer, not_observed integer, raters uuid[], self double precision)
        on conflict (interview_id, shift) do update
            set method       = excluded.method,
                mean         = excluded.mean,
                low          = excluded.low,
                high         = excluded.high,
                band_method  = excluded.band_method,
                band_error   = excluded.band_error,
                degrees      = excluded.degrees,
                probed       = excluded.probed,
                questions    = excluded.questions,
                levels       = excluded.levels,
                not_observed = excluded.not_observed,
                raters       = excluded.raters,
                self         = excluded.self
          where below is null
             or shift_tally.method < below;

    insert into question_tally (interview_id, question_id, method, mean, levels)
    select the_interview, new.*
      from jsonb_to_recordset(rows -> 'question_tally')
        as new (question_id text, method integer, mean double precision, levels integer)
        on conflict (interview_id, question_id) do update
            set method = excluded.method,
                mean   = excluded.mean,
                levels = excluded.levels
          where below is null
             or question_tally.method < below;

    insert into trap_tally (interview_id, question_id, trap_id, method, outcome)
    select the_interview, new.*
      from jsonb_to_recordset(rows -> 'trap_tally') as new (question_id text, trap_id text, method integer, outcome text)
        on conflict (interview_id, question_id, trap_id) do update
            set method  = excluded.method,
                outcome = excluded.outcome
          where below is null
             or trap_tally.method < below;

    return 'DONE';
end
$$;

-- What of a candidate's is planned, under way or waits for its scorecard.
create index interview_open_of_candidate on interview (candidate) where phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING');
