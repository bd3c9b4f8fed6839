-- Linked Allegro accounts. Tokens are encrypted for their row before they come here.
create table account (
    id                uuid primary key,
    seller_id         text        not null,
    allegro_user_id   text        not null unique,
    login             text        not null,
    -- One address a line.
    addresses         text        not null,
    status            text        not null check (status in ('LINKED', 'AUTH_FAILED')),
    status_since      timestamptz not null,
    failure_reason    text,
    failure_words     text,
    version           bigint      not null,
    linked_at         timestamptz not null,
    access_token      bytea       not null,
    refresh_token     bytea       not null,
    access_expires_at timestamptz not null
);

create index account_by_seller on account (seller_id);

-- Attempts to link, from the seller's wish to the code's return.
create table link_request (
    state      text primary key,
    seller_id  text        not null,
    verifier   bytea       not null,
    expires_at timestamptz not null
);

-- When each account is asked next. A table of its own, so that polling never waits for a token's refresh.
create table account_poll (
    account_id      uuid primary key references account on delete cascade,
    next_at         timestamptz not null default now(),
    last_look_at    timestamptz,
    last_whole_at   timestamptz,
    last_finding_at timestamptz
);

create index account_poll_by_time on account_poll (next_at);

-- Threads as they were when all of them was settled.
create table thread (
    account_id      uuid        not null references account on delete cascade,
    thread_id       text        not null,
    last_message_at timestamptz not null,
    primary key (account_id, thread_id)
);

-- Messages that need no second look.
create table seen_message (
    account_id uuid        not null references account on delete cascade,
    message_id text        not null,
    seen_at    timestamptz not null default now(),
    primary key (account_id, message_id)
);

-- Intents to answer. They outlive the account, so that our words are known again when it is linked once more.
create table reply (
    id                  uuid primary key,
    seller_id           text        not null,
    account_id          uuid        not null,
    conversation_id     text        not null,
    thread_id           text        not null,
    message_id          text        not null,
    message_created_at  timestamptz not null,
    body                text        not null,
    requested_at        timestamptz not null,
    expires_at          timestamptz not null,
    state               text        not null
        check (state in ('PENDING', 'SENDING', 'UNKNOWN', 'SENT', 'FAILED', 'GIVEN_UP')),
    withdrawn           boolean     not null,
    attempted_at        timestamptz,
    looks               integer     not null,
    next_at             timestamptz not null,
    provider_message_id text
);

create index reply_due on reply (account_id, next_at) where state in ('PENDING', 'UNKNOWN');
create index reply_by_thread on reply (thread_id);
