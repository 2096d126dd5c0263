-- Taken back by a plan made anew, or with the evening, before it began: its people were told of the evening and not of it. What one of
-- them called off before is `off` as well, and was not replaced.
alter table evening_meeting add column replaced boolean not null default false;

-- Nobody noted it until now: what somebody called off themselves was rare.
update evening_meeting set replaced = true where off;
