-- The reverse shift card: what a candidate says about one interviewer's feedback. 0 is "not observed", which is no number.
-- The number tells the order in which cards were first given; a change leaves it alone.
create table feedback_card (
    interview_id   uuid        not null references interview (id),
    interviewer    uuid        not null references person (id),
    candidate      uuid        not null references person (id),
    number         bigint      not null generated always as identity,
    strategy       smallint    not null,
    accountability smallint    not null,
    team           smallint    not null,
    sentence       text        not null,
    changed_at     timestamptz not null,
    primary key (interview_id, interviewer),
    constraint feedback_card_levels_are_on_the_scale
        check (strategy between 0 and 5 and accountability between 0 and 5 and team between 0 and 5),
    constraint feedback_card_sentence_is_short check (char_length(sentence) <= 300),
    constraint feedback_card_is_about_somebody_else check (interviewer <> candidate)
);

create unique index feedback_card_by_interviewer on feedback_card (interviewer, number);

-- Keeps a card, unless more cards about the interviewer are there than the writer knew of; answers whether it did.
-- Writers about one interviewer form a line at that person's row. The line is a statement of its own, so that whoever
-- waited counts what the writer before has committed.
create function put_feedback_card(the_interview uuid, the_interviewer uuid, the_candidate uuid, new_strategy integer,
                                  new_accountability integer, new_team integer, new_sentence text, at timestamptz,
                                  known integer) returns boolean
    language plpgsql as
$$
begin
    perform from person where id = the_interviewer for update;
    if (select count(*) from feedback_card where interviewer = the_interviewer) > known then
        return false;
    end if;

    insert into feedback_card (interview_id, interviewer, candidate, strategy, accountability, team, sentence, changed_at)
    values (the_interview, the_interviewer, the_candidate, new_strategy, new_accountability, new_team, new_sentence, at)
        on conflict (interview_id, interviewer) do update
            set strategy       = excluded.strategy,
                accountability = excluded.accountability,
                team           = excluded.team,
                sentence       = excluded.sentence,
                changed_at     = excluded.changed_at;
    return true;
end
$$;
