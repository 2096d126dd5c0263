-- When somebody last kept watch over who comes to a booked session: what came while the installation was down counts for nobody.
alter table booking
    add column watched_at timestamptz;
