-- One row: whoever started last works on the mailboxes, everybody older is fenced off by its epoch.
create table replica (
    singleton  boolean primary key default true check (singleton),
    epoch      bigint      not null default 0,
    started_at timestamptz not null default now()
);

insert into replica default values;

create table mailbox (
    id                 uuid primary key,
    seller_id          text   not null,
    address            text   not null,
    provider           text   not null,
    credential_shape   text   not null,
    credential_version bigint not null,
    -- of the last event in mailbox.events
    version            bigint not null,
    status             text   not null,
    -- the condition with all that belongs to it, as JSON
    condition          text   not null,
    -- Tink AEAD, the id as associated data
    secret             bytea  not null
);

-- A seller has each address once, however he types it.
create unique index mailbox_of_seller on mailbox (seller_id, lower(address));

-- Everything up to last_uid has been published.
create table mailbox_cursor (
    mailbox_id        uuid primary key references mailbox on delete cascade,
    uid_validity      bigint not null,
    last_uid          bigint not null,
    last_mail_seen_at timestamptz
);

-- A reply that was asked for: written before anything is sent, so that a crash leaves a trace.
create table reply_intent (
    reply_id        uuid primary key,
    mailbox_id      uuid        not null,
    seller_id       text        not null,
    conversation_id text        not null,
    -- reply.requested as JSON; taken out when the reply is settled, since it holds the seller's words
    request         text,
    state           text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    -- when something is to be done about it
    due_at          timestamptz not null,
    -- who is handing it over, and since when
    epoch           bigint      not null default 0,
    attempted_at    timestamptz,
    looks           integer     not null default 0,
    deferred        boolean     not null default false,
    settled_at      timestamptz
);

create index reply_intent_open on reply_intent (mailbox_id, due_at)
    where state in ('PENDING', 'SENDING', 'LOOKING');

-- For the daily limit.
create index reply_intent_sent on reply_intent (mailbox_id, attempted_at)
    where state in ('SENDING', 'LOOKING', 'SENT', 'UNKNOWN', 'BOUNCED');
