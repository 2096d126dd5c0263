-- How far a candidate's own view of a shift lies from the interviewers', on the questions that both scored: lists say by it what the
-- scorecard says. Rows from before have none until they are made again, see V29__tallies.sql.
alter table shift_tally
    add column self_pairs integer,
    add column self_gap   double precision,
    add constraint shift_tally_gap_of_pairs check ((coalesce(self_pairs, 0) > 0) = (self_gap is not null) and self_pairs >= 0),
    add constraint shift_tally_gap_is_on_the_scale check (self_gap between -4 and 4);

-- Writes the rows of one interview over those that are there. With a method, over those of an earlier one alone, so that a repair
-- never undoes what an amendment has just written. Answers DONE.
create or replace function tally_interview(the_interview uuid, rows jsonb, below integer default null) returns text
    language plpgsql as
$$
begin
    insert into shift_tally (interview_id, shift, method, mean, low, high, band_method, band_error, degrees, probed, questions,
                             levels, not_observed, raters, self, self_pairs, self_gap)
    select the_interview, new.*
      from jsonb_to_recordset(rows -> 'shift_tally')
        as new (shift text, method integer, mean double precision, low double precision, high double precision,
                band_method text, band_error double precision, degrees integer, probed integer, questions integer,
                levels integer, not_observed integer, raters uuid[], self double precision, self_pairs integer,
                self_gap double precision)
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
                self         = excluded.self,
                self_pairs   = excluded.self_pairs,
                self_gap     = excluded.self_gap
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

-- Puts the rows of one interview in the place of all that are there: those of a repair that found them to differ. Nothing changes when
-- the interview has grown since it was read.
create function replace_tallies(the_interview uuid, as_of bigint, rows jsonb) returns text
    language plpgsql as
$$
begin
    if as_of <> (select max(seq) from interview_event where interview_id = the_interview) then
        return 'STALE';
    end if;
    delete from shift_tally where interview_id = the_interview;
    delete from question_tally where interview_id = the_interview;
    delete from trap_tally where interview_id = the_interview;
    return tally_interview(the_interview, rows);
end
$$;
