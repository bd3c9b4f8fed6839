-- What the events have told of mailboxes and Allegro accounts: can be built anew from the topics.
create table subject (
    id            uuid primary key,
    kind          text        not null,
    seller_id     text        not null,
    version       bigint      not null,
    name          text        not null,
    address       text,
    connected     boolean     not null,
    first_seen_at timestamptz not null
);

create index subject_by_seller on subject (seller_id);

-- Mails to sellers that are to leave or have left. What they say is written when they leave.
create table mail (
    id            uuid primary key,
    seller_id     text        not null,
    kind          text        not null,
    state         text        not null,
    due_at        timestamptz not null,
    attempts      int         not null,
    claimed_until timestamptz,
    may_have_left boolean     not null,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    last_failure  text
);

create index mail_to_send on mail (due_at) where state in ('WAITING', 'SENDING');
create index mail_collecting on mail (seller_id, kind) where state = 'WAITING' and attempts = 0;

-- One row for each credential problem; also the notification that the seller sees.
create table incident (
    id                 uuid primary key,
    seller_id          text        not null,
    kind               text        not null,
    subject_id         uuid        not null,
    subject_version    bigint      not null,
    subject_name       text        not null,
    subject_address    text,
    provider           text,
    credential_version bigint,
    reason             text        not null,
    server_words       text        not null,
    help_url           text,
    remedies           text        not null,
    broken_since       timestamptz not null,
    opened_at          timestamptz not null,
    closed_at          timestamptz,
    ending             text,
    acknowledged_at    timestamptz,
    warning_mail_id    uuid references mail,
    good_news_mail_id  uuid references mail,
    unique (subject_id, subject_version)
);

create unique index incident_open on incident (subject_id) where closed_at is null;
create index incident_by_seller on incident (seller_id, opened_at desc, id desc);
create index incident_unread on incident (seller_id) where acknowledged_at is null;
create index incident_by_warning on incident (warning_mail_id);
create index incident_by_good_news on incident (good_news_mail_id);

-- What a seller chose; one who chose nothing has no row.
create table contact (
    seller_id text primary key,
    language  text not null
);
