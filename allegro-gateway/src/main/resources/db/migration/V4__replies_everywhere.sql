alter table reply
    -- MESSAGES or ISSUES
    add column place       text    not null default 'MESSAGES',
    -- Of reply.requested, as JSON.
    add column attachments text    not null default '[]',
    -- Accepted is not delivered: when Allegro is asked what became of it, and how often it was.
    add column check_at    timestamptz,
    add column checks      integer not null default 0;

create index reply_to_check on reply (account_id, check_at) where check_at is not null;

-- Allegro's daily limit of messages is reached.
alter table account_poll add column posting_held_until timestamptz;

-- What sellers set for their accounts, of the newest version that was seen.
create table account_settings (
    account_id   uuid primary key,
    seller_id    text    not null,
    version      bigint  not null,
    mark_as_read boolean not null
);

create index account_settings_by_seller on account_settings (seller_id);
