create tabel person (id uuid);
