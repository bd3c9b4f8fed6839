-- Requests to be forgotten. The seller's id goes when all services are done; what stays proves that it was done, and
-- names nobody.
create table erasure (
    request_id   uuid primary key,
    seller_id    text,
    requested_at timestamptz not null,
    completed_at timestamptz
);

create unique index erasure_pending on erasure (seller_id) where seller_id is not null;

create table erasure_step (
    request_id uuid        not null references erasure,
    service    text        not null,
    done_at    timestamptz not null,
    primary key (request_id, service)
);
