-- Events that wait for the relay. seq is the order in which they leave.
create table outbox (
    seq        bigint generated always as identity primary key,
    topic      text        not null,
    record_key text        not null,
    headers    jsonb       not null,
    payload    bytea       not null,
    created_at timestamptz not null default now()
);

create function notify_outbox() returns trigger language plpgsql as
$$
begin
    notify outbox;
    return null;
end
$$;

create trigger outbox_notifies
    after insert on outbox
    for each statement execute function notify_outbox();

-- Ids of events that had their effect, for each consumer within the service.
create table inbox (
    consumer text        not null,
    event_id text        not null,
    seen_at  timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_by_age on inbox using brin (seen_at);
