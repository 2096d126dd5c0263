-- Nobody has more calendars elsewhere than there are places, whoever adds how many at once. When one was last asked for, so that wishes to
-- have it read again do not come closer together than its owner may wait.
alter table outside_calendar add column place smallint, add column asked_at timestamptz;

update outside_calendar
   set place = numbered.place
  from (select id, row_number() over (partition by person_id order by added_at, id) as place
          from outside_calendar) as numbered
 where numbered.id = outside_calendar.id;

-- Whoever was quick enough to add one too many keeps the first five.
delete from outside_calendar where place > 5;

alter table outside_calendar
    alter column place set not null,
    add constraint outside_calendar_is_one_of_five check (place between 1 and 5),
    add constraint outside_calendar_has_a_place unique (person_id, place);
