-- Who changed what; written with the change, never changed.
create table audit (
    seq       bigint generated always as identity primary key,
    at        timestamptz not null,
    seller_id text        not null,
    actor     text        not null,
    action    text        not null,
    subject   text        not null,
    detail    text
);

create index audit_of_seller on audit (seller_id, seq);

-- Passwords that sellers let us try; forgotten when the window is over.
create table password_try (
    seller_id text        not null,
    address   text        not null,
    at        timestamptz not null
);

create index password_try_of_seller on password_try (seller_id, at);
create index password_try_of_address on password_try (address, at);

-- What allegro.account.events says of the addresses from which Allegro takes mail.
create table linked_account (
    account_id uuid primary key,
    seller_id  text    not null,
    version    bigint  not null,
    linked     boolean not null,
    -- in lower case, one a line
    addresses  text    not null
);

create index linked_account_of_seller on linked_account (seller_id);
