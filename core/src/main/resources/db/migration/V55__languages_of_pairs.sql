-- Those that both had when they were put together, as codes with commas between them; absent for pairs from before that was kept.
alter table pair
    add column languages text;
