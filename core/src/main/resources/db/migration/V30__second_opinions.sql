-- What a coach who was not there makes of a published interview's evidence. No view and no projection reads it: it enters no
-- scorecard. Goes with either of the two people. Why no event: docs/decisions/0027-second-opinions.md.
create table second_opinion (
    interview_id uuid        not null references interview (id),
    coach        uuid        not null references person (id) on delete cascade,
    candidate    uuid references person (id) on delete cascade,
    levels       jsonb       not null,
    traps        jsonb       not null,
    verdict      text,
    summary      text        not null,
    changed_at   timestamptz not null,
    locked_at    timestamptz,
    primary key (interview_id, coach),
    constraint second_opinion_is_about_somebody_else check (coach <> candidate),
    constraint second_opinion_levels_are_a_list check (jsonb_typeof(levels) = 'array'),
    constraint second_opinion_traps_are_a_list check (jsonb_typeof(traps) = 'array'),
    constraint second_opinion_verdict_is_known check (verdict in ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
    constraint second_opinion_locks_with_a_verdict check (locked_at is null or verdict is not null),
    constraint second_opinion_summary_is_short check (char_length(summary) <= 2000)
);

create index second_opinion_by_coach on second_opinion (coach);
create index second_opinion_by_candidate on second_opinion (candidate);

-- What is locked was given without knowing the others, and stays as it is.
create function refuse_to_change_a_locked_opinion() returns trigger
    language plpgsql as
$$
begin
    if old.locked_at is not null
        and (new.levels, new.traps, new.verdict, new.summary, new.locked_at)
            is distinct from (old.levels, old.traps, old.verdict, old.summary, old.locked_at) then
        raise exception 'A locked second opinion stands' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger second_opinion_stands_once_locked
    before update
    on second_opinion
    for each row
execute function refuse_to_change_a_locked_opinion();

-- A coach's note is private until its author shares it with the candidate and the candidate's other coaches.
alter table coach_note
    add column shared_at timestamptz;
