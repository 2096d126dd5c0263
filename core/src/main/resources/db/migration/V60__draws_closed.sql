-- When a draw's time to look for partners was over and whoever was still without one had been told; absent while it looks.
alter table draw
    add column closed_at timestamptz;

update draw
   set closed_at = now()
 where until_at < now() + interval '36 hours';

create index draw_to_close on draw (until_at) where closed_at is null;
