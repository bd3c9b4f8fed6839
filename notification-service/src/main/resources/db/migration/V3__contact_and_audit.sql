-- What a seller lets himself be written beyond first warnings.
alter table contact add column reminders boolean not null default true;
alter table contact add column announcements boolean not null default true;

-- Addresses that a seller gave; one counts once whoever reads there has said so.
create table contact_address (
    id           uuid primary key,
    seller_id    text        not null,
    email        text        not null,
    added_at     timestamptz not null,
    last_sent_at timestamptz,
    verified_at  timestamptz
);

create unique index contact_address_once on contact_address (seller_id, lower(email));

-- Addresses that take no mail; in lower case.
create table suppression (
    address       text primary key,
    reason        text        not null,
    suppressed_at timestamptz not null
);

-- What was changed for a seller, by whom; seller_id is empty where an operator acted for nobody in particular.
create table audit (
    id        bigint generated always as identity primary key,
    seller_id text        not null,
    at        timestamptz not null,
    actor     text        not null,
    action    text        not null,
    subject   text        not null,
    detail    text
);

create index audit_by_seller on audit (seller_id, id desc);

-- What a mail is about, where that is not an incident.
alter table mail add column payload text;
