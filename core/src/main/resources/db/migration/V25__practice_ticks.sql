-- What of the plan on their scorecard a candidate has ticked off. Whose it is, the interview says; an item is named by what it is
-- about, so that a plan which an amendment has changed does not show as done what nobody did.
create table practice_tick (
    interview_id uuid        not null references interview (id) on delete cascade,
    item         text        not null,
    at           timestamptz not null,
    primary key (interview_id, item),
    constraint practice_tick_item_is_named check (item ~ '^[a-z0-9]+([-/][a-z0-9]+)*$' and length(item) <= 200)
);
