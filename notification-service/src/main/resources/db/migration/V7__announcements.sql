-- What an operator tells all whom it concerns.
create table announcement (
    id            uuid primary key,
    name          text        not null,
    texts         text        not null,
    segment       text        not null,
    state         text        not null,
    effective_at  timestamptz,
    start_at      timestamptz,
    remind_at     timestamptz,
    round         int         not null,
    created_at    timestamptz not null,
    created_by    text        not null,
    next_batch_at timestamptz not null
);

create index announcement_at_work on announcement (state) where state in ('SCHEDULED', 'SENDING', 'SENT');

-- One row for each seller and round: the first mail is round 1, the reminder round 2.
create table announcement_recipient (
    announcement_id uuid        not null references announcement,
    round           int         not null,
    seller_id       text        not null,
    state           text        not null,
    attempts        int         not null,
    due_at          timestamptz not null,
    changed_at      timestamptz not null,
    primary key (announcement_id, round, seller_id)
);

create index announcement_recipient_due on announcement_recipient (announcement_id, due_at)
    where state in ('PENDING', 'SENDING');
create index announcement_recipient_by_seller on announcement_recipient (seller_id);
