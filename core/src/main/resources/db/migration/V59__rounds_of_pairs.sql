-- The round that whoever interviews in the second half of a pair's exchange has chosen for it; absent while nobody has.
alter table pair
    add column second_bank  text,
    add column second_round text,
    add constraint pair_second_round_is_of_a_bank check ((second_bank is null) = (second_round is null));

alter table exchange
    drop constraint exchange_source_is_known;

alter table exchange
    add constraint exchange_source_is_known check (source in ('ROUND', 'FRESH_QUESTIONS', 'SEEN_BEFORE', 'CHOSEN'));
