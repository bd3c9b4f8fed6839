-- Sellers who were sent to Google and are to come back soon.
create table google_authorization (
    id         uuid primary key,
    -- SHA-256 of what comes back
    state      bytea       not null unique,
    seller_id  text        not null,
    -- of PKCE; Tink AEAD, the id as associated data
    verifier   bytea       not null,
    expires_at timestamptz not null
);
