create table note (event_id text primary key);
