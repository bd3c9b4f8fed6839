-- Where a seller's own program is told, beside the mails; the secret is sealed for this row.
create table webhook (
    seller_id     text primary key,
    url           text        not null,
    sealed_secret bytea       not null,
    enabled       boolean     not null,
    created_at    timestamptz not null,
    failing_since timestamptz
);

-- What is to be told or has been told to it; what is said is the notification as it is when the call leaves.
create table webhook_call (
    id              uuid primary key default gen_random_uuid(),
    seller_id       text        not null,
    notification_id uuid,
    type            text        not null,
    state           text        not null,
    attempts        int         not null default 0,
    due_at          timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    last_failure    text
);

create index webhook_call_due on webhook_call (due_at) where state = 'WAITING';
create index webhook_call_by_seller on webhook_call (seller_id, created_at desc);

-- In the transaction of the notification, whoever writes it.
create function call_webhook() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' or (new.closed_at is not null and old.closed_at is null) then
        insert into webhook_call (seller_id, notification_id, type, state)
        select new.seller_id, new.id,
               case when new.closed_at is null then 'notification.opened' else 'notification.closed' end, 'WAITING'
          from webhook where webhook.seller_id = new.seller_id and webhook.enabled;
    end if;
    return null;
end
$$;

create trigger notification_calls_webhook
    after insert or update on notification
    for each row execute function call_webhook();
