-- A process that lives, and when it last showed that.
drop table replica;

create table replica (
    id           uuid primary key,
    name         text        not null,
    started_at   timestamptz not null default now(),
    heartbeat_at timestamptz not null default now(),
    -- hands its mailboxes over before it ends, so the others' shares are counted without it
    leaving      boolean     not null default false
);

-- Who works on a mailbox: free where replica_id is null, and so when the replica's row goes.
create table mailbox_lease (
    mailbox_id uuid primary key references mailbox on delete cascade,
    replica_id uuid references replica on delete set null,
    -- one more whenever the mailbox changes hands
    epoch      bigint not null default 0
);

create index mailbox_lease_of_replica on mailbox_lease (replica_id);

insert into mailbox_lease (mailbox_id) select id from mailbox;

-- A mailbox has a lease from its first moment, and whoever works on it hears of every change, by whichever replica.
create function mailbox_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into mailbox_lease (mailbox_id) values (new.id);
    end if;
    perform pg_notify('mailbox_changed', coalesce(new.id, old.id)::text);
    return null;
end $$;

create trigger mailbox_changed after insert or update or delete on mailbox
    for each row execute function mailbox_changed();
