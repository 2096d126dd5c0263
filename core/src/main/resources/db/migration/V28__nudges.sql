-- That somebody was told of a sheet which its interviewer owes: at most once a stage. Messages leave the outbox after some days,
-- this stays, so that nobody is told twice. It goes with the sheet.
create table nudge (
    interview_id uuid        not null,
    interviewer  uuid        not null,
    stage        text        not null,
    at           timestamptz not null,
    primary key (interview_id, interviewer, stage),
    foreign key (interview_id, interviewer) references sheet (interview_id, interviewer) on delete cascade,
    constraint nudge_stage_is_known check (stage in ('HOUR', 'DAY', 'COACH'))
);

-- Interviews that wait for their sheets, by how long they do.
create index interview_waiting_for_sheets on interview (finished_at) where phase = 'DEBRIEFING';

-- Where the host went on without the sheets that were open.
create index interview_event_scoring_closed on interview_event (interview_id) where type = 'scoring-closed';
