-- People as one looks names up: Élodie between Chidi and Ingrid.
drop index person_in_order;
create index person_in_order on person (lower(name) collate "und-x-icu", id) where merged_into is null;
