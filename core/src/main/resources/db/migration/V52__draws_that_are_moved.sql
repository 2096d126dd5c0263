-- A plan counts from when it was decided: the hour that it names and that has just passed is not held once more.
alter table draw_plan add column decided_at timestamptz;

-- FREED: their partner called off in good time. They are put together anew, and come first in the next draw, but not in the waiting room.
alter table draw_place drop constraint draw_place_is_known;
alter table draw_place add constraint draw_place_is_known check (place in ('PAIRED', 'LEFT', 'FREED', 'GONE'));
