-- Who was erased, as a digest of the seller's id: what was said of him before, and is read only now, is not kept again.
-- Forgotten when nothing so old can come any more.
create table erased_seller (
    digest    text primary key,
    erased_at timestamptz not null
);
