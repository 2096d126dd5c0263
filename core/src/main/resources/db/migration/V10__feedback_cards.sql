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
