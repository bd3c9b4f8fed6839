-- A seller's rules and hours are documents, each with a version of its own; the lock's row names the newest versions, so
-- that whoever holds the lock knows whether what it has read before is still right.
alter table seller
    add column rules_version bigint  not null default 0,
    add column hours_version bigint  not null default 0,
    add column stopped       boolean not null default false;

create table seller_document (
    seller_id text  not null references seller,
    kind      text  not null check (kind in ('RULES', 'HOURS')),
    document  jsonb not null,
    primary key (seller_id, kind)
);

-- The installation's stop switch: one row.
create table installation (
    id      boolean primary key default true check (id),
    stopped boolean not null    default false
);

insert into installation default values;

-- Whether messages come in through the target: a mailbox that is locked out is not read.
alter table target add column working boolean not null default true;

-- The message is kept with the buyer's words until its retention ends; a waiting one needs it to be decided.
alter table decision
    add column message   jsonb,
    add column order_id  text,
    add column due_at    timestamptz,
    add column rule_name text;

update decision set message = cast(waiting_message as jsonb) where waiting_message is not null;

alter table decision drop constraint decision_check;
alter table decision drop column waiting_message;
alter table decision add constraint decision_check check (
    outcome = 'REPLY' and reply_id is not null and reply_state is not null and reply_state_since is not null
        or outcome = 'SILENCE' and silence_reason is not null
        or outcome = 'WAITING' and wait_reason is not null and message is not null);

drop index decision_by_login;
drop index decision_by_masked;
create index decision_by_login on decision (seller_id, buyer_login, decided_at) where buyer_login is not null;
create index decision_by_masked on decision (seller_id, buyer_masked, decided_at) where buyer_masked is not null;
create index decision_by_order on decision (seller_id, order_id) where order_id is not null;
create index decision_due on decision (due_at) where outcome = 'WAITING' and due_at is not null;
create index decision_waiting_for on decision (seller_id, wait_reason) where outcome = 'WAITING';
create index decision_with_words on decision (received_at) where message is not null and outcome <> 'WAITING';

create table attachment (
    attachment_id uuid primary key,
    seller_id     text        not null references seller,
    file_name     text        not null,
    media_type    text        not null,
    sha256        text        not null,
    content       bytea       not null,
    created_at    timestamptz not null
);

create index attachment_by_seller on attachment (seller_id, created_at);

-- What was changed for a seller, and by whom.
create table audit (
    seq       bigint generated always as identity primary key,
    seller_id text        not null,
    at        timestamptz not null,
    actor     text        not null,
    action    text        not null,
    subject   text        not null,
    detail    text
);

create index audit_by_seller on audit (seller_id, seq);
