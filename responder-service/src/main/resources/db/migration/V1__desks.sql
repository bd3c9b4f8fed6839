-- Locked by whoever opens the seller's desk.
create table seller (
    seller_id        text primary key,
    settings_version bigint not null default 0
);

-- Mailboxes and Allegro accounts as their services told of them last, with what the seller set.
create table target (
    target_id           uuid primary key,
    channel             text        not null,
    seller_id           text        not null references seller,
    name                text        not null,
    addresses           text[]      not null,
    event_version       bigint      not null,
    connected           boolean     not null,
    version             integer     not null,
    enabled             boolean     not null,
    reply_text          text        not null,
    backlog_answer      boolean,
    backlog_answered_at timestamptz
);

create index target_by_seller on target (seller_id);

-- Messages that named both have told which masked address belongs to which login.
create table buyer_identity (
    seller_id         text not null,
    masked_local_part text not null,
    login             text not null,
    primary key (seller_id, masked_local_part)
);

create index buyer_identity_by_login on buyer_identity (seller_id, login);

-- When a person last wrote in a conversation.
create table persons_answer (
    target_id       uuid        not null,
    conversation_id text        not null,
    channel         text        not null,
    seller_id       text        not null,
    buyer_login     text,
    buyer_masked    text,
    answered_at     timestamptz not null,
    primary key (target_id, conversation_id)
);

create index persons_answer_by_login on persons_answer (seller_id, buyer_login);
create index persons_answer_by_masked on persons_answer (seller_id, buyer_masked);

-- One row for each buyer's message, for ever. waiting_message is there while the message waits, without the buyer's words.
create table decision (
    message_id        text primary key,
    seq               bigint generated always as identity,
    seller_id         text        not null,
    channel           text        not null,
    target_id         uuid        not null,
    conversation_id   text        not null,
    buyer_login       text,
    buyer_masked      text,
    received_at       timestamptz not null,
    decided_at        timestamptz not null,
    outcome           text        not null,
    silence_reason    text,
    wait_reason       text,
    waiting_message   text,
    reply_id          uuid unique,
    reply_state       text,
    reply_state_since timestamptz,
    withdrawal        text,
    failure           text,
    check (outcome = 'REPLY' and reply_id is not null and reply_state is not null and reply_state_since is not null
        or outcome = 'SILENCE' and silence_reason is not null
        or outcome = 'WAITING' and wait_reason is not null and waiting_message is not null)
);

create index decision_by_login on decision (seller_id, buyer_login, decided_at);
create index decision_by_masked on decision (seller_id, buyer_masked, decided_at);
create index decision_log on decision (seller_id, seq);
create index decision_by_conversation on decision (conversation_id, seq);
create index decision_waiting on decision (received_at) where outcome = 'WAITING';
create index decision_waiting_at on decision (target_id) where outcome = 'WAITING';
create index decision_open_reply on decision (seller_id) where reply_state in ('REQUESTED', 'DEFERRED');
