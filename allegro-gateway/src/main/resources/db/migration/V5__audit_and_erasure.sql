-- What was changed for a seller, and by whom.
create table audit (
    seq       bigint generated always as identity primary key,
    seller_id text        not null,
    at        timestamptz not null default now(),
    actor     text        not null,
    action    text        not null,
    subject   text        not null,
    detail    text
);

create index audit_by_seller on audit (seller_id, seq desc);

-- Sellers who were erased, by a digest: what was told before must not bring them back.
create table erased_seller (
    digest    text primary key,
    erased_at timestamptz not null
);

create index reply_by_seller on reply (seller_id);

-- Attempts to link by device: the seller types a code at Allegro, on whatever device.
create table device_link (
    id          uuid primary key,
    seller_id   text        not null,
    -- Encrypted for its row.
    device_code bytea       not null,
    interval_ms bigint      not null,
    next_at     timestamptz not null,
    expires_at  timestamptz not null
);
