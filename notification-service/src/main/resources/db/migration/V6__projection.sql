-- What the events have told of all mailboxes, accounts and settings: whom an announcement concerns is asked of it. Can
-- be built anew from the topics at any time; nothing else hangs on it.
create table known_mailbox (
    id                 uuid primary key,
    seller_id          text        not null,
    version            bigint      not null,
    address            text        not null,
    provider           text        not null,
    credential_shape   text        not null,
    credential_version bigint      not null,
    status             text        not null,
    connected          boolean     not null
);

create index known_mailbox_by_seller on known_mailbox (seller_id);
create index known_mailbox_by_risk on known_mailbox (provider, credential_shape) where connected;

create table known_account (
    id        uuid primary key,
    seller_id text    not null,
    version   bigint  not null,
    login     text    not null,
    addresses text[]  not null,
    status    text    not null,
    connected boolean not null
);

create index known_account_by_seller on known_account (seller_id);

-- The seller's whole settings, as he changed them last.
create table known_settings (
    seller_id text primary key,
    version   bigint not null
);

create table known_target (
    target_id            uuid primary key,
    seller_id            text    not null,
    autoresponder        int     not null,
    enabled              boolean not null
);

create index known_target_by_seller on known_target (seller_id);

-- Mailboxes whose buyers get no answer without them: an autoresponder answers through the mailbox, and no version 3
-- answers in its place.
create view answering_mailbox as
select mailbox.*, target.autoresponder
  from known_mailbox mailbox
  join known_target target on target.target_id = mailbox.id and target.enabled and target.autoresponder in (1, 2)
 where mailbox.connected
   and not exists (select 1
                     from known_account account
                     join known_target api on api.target_id = account.id and api.enabled and api.autoresponder = 3
                    where account.seller_id = mailbox.seller_id
                      and account.connected
                      and lower(mailbox.address) = any (account.addresses));
