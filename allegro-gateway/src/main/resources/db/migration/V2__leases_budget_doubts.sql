-- Replicas that are alive, by the database's clock. A restarted process is a new replica.
create table replica (
    id                   uuid primary key,
    name                 text        not null,
    started_at           timestamptz not null default now(),
    heartbeat_at         timestamptz not null default now(),
    -- For operators alone.
    requests_last_minute integer     not null default 0
);

-- Each account points to the replica that works for it. The epoch grows with each change of hands, and whatever a
-- replica writes or sends for an account names the epoch under which it took it.
alter table account_poll
    add column replica  uuid,
    add column epoch    bigint not null default 0,
    add column taken_at timestamptz;

drop index account_poll_by_time;
create index account_poll_by_replica on account_poll (replica, next_at);

-- Allegro counts the requests of a client id, whoever sends them.
create table request_budget (
    client_id     text primary key,
    -- The moment at which the next request is due if all that were granted are sent.
    free_at       timestamptz not null default now(),
    blocked_until timestamptz not null default now()
);

-- The epoch under which a reply was claimed.
alter table reply add column epoch bigint;

create index reply_claimed on reply (account_id) where state = 'SENDING';

-- Replies that were withdrawn before they were requested: the request may still come, from the dead letters.
create table withdrawn_reply (
    reply_id     uuid primary key,
    seller_id    text        not null,
    withdrawn_at timestamptz not null
);

-- Access tokens that Allegro refuses although it had just issued them.
alter table account
    add column refusals   integer not null default 0,
    add column refused_at timestamptz,
    -- When Allegro was last asked who the seller is: logins and addresses change.
    add column profile_read_at timestamptz not null default now();
