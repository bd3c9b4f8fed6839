-- A row without payload is a tombstone: compaction forgets its key.
alter table outbox alter column payload drop not null;

-- What the broker refuses for good, such as a record that is too large. It must not hold back what comes after it, and
-- must not be lost either; an operator decides.
create table outbox_refused (
    seq        bigint      primary key,
    topic      text        not null,
    record_key text        not null,
    headers    jsonb       not null,
    payload    bytea,
    created_at timestamptz not null,
    refused_at timestamptz not null default now(),
    cause      text        not null
);
