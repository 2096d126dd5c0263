select pg_sleep(3);
