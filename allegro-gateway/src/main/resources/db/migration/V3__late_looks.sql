-- A settled thread is read once more at fixed distances from its last message, since messages surface late.
alter table thread
    add column kind         text    not null default 'CONVERSATION',
    add column buyer        text,
    add column open         boolean not null default true,
    -- Null when it has had all its looks.
    add column late_look_at timestamptz;

update thread set late_look_at = now();

create index thread_late on thread (account_id, late_look_at) where late_look_at is not null;

alter table account_poll add column last_issues_at timestamptz;

-- What polling remembers is forgotten by age.
create index seen_message_by_age on seen_message using brin (seen_at);
