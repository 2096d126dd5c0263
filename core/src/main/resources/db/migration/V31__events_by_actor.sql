-- What somebody did, in whatever interview: for their export and their erasure, which would read the whole log otherwise.
create index interview_event_by_actor on interview_event (actor);
