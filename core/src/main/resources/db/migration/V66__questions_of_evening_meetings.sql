-- What a meeting is held on, where that is not simply the deck of its slot; of older ones it is.
alter table evening_meeting add column questions text[];
