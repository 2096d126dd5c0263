create table person (id uuid);
