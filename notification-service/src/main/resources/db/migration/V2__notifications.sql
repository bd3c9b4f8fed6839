-- What a seller sees in the portal: each row as it is now. change grows within a seller with every change of any of his
-- rows, in the order of commits, so that a reader who has seen n has missed nothing but what is greater.
create table notification (
    id              uuid primary key,
    seller_id       text        not null,
    change          bigint      not null,
    kind            text        not null,
    subject_id      uuid,
    subject_name    text,
    reason          text,
    server_words    text,
    remedies        text,
    counts          text,
    title           text,
    body            text,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    ending          text,
    acknowledged_at timestamptz,
    unique (seller_id, change)
);

create index notification_by_seller on notification (seller_id, opened_at desc, id desc);
create index notification_unread on notification (seller_id) where acknowledged_at is null;

-- The newest change of each seller. Its row lock makes the order of changes that of commits.
create table board (
    seller_id   text primary key,
    last_change bigint not null
);

insert into notification (id, seller_id, change, kind, subject_id, subject_name, reason, server_words, remedies,
                          opened_at, closed_at, ending, acknowledged_at)
select id, seller_id, row_number() over (partition by seller_id order by opened_at, id),
       case kind when 'MAILBOX' then 'MAILBOX_AUTH_FAILED' else 'ALLEGRO_ACCOUNT_AUTH_FAILED' end,
       subject_id, subject_name, reason, server_words,
       case kind when 'MAILBOX' then remedies else 'LINK_AGAIN' end,
       opened_at, closed_at, ending, acknowledged_at
  from incident;

insert into board (seller_id, last_change)
select seller_id, max(change) from notification group by seller_id;

drop index incident_unread;
alter table incident drop column acknowledged_at;

-- Wakes the streams of every replica.
create function notify_notification() returns trigger language plpgsql as
$$
begin
    perform pg_notify('notification', new.seller_id);
    return null;
end
$$;

create trigger notification_notifies
    after insert or update on notification
    for each row execute function notify_notification();
