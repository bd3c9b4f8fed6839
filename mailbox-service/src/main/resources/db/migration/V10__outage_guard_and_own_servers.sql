alter table mailbox
    -- the provider's name, or at any other host the name of that host
    add column provider_key text,
    -- said by the condition too; columns of their own for counting
    add column reason       text,
    add column status_since timestamptz,
    -- when a mailbox in doubt was refused last
    add column refused_at   timestamptz,
    -- where the provider's preset does not serve: servers as JSON, and the name to sign in with
    add column own_servers  text,
    add column login_user   text;

update mailbox
   set provider_key = provider,
       status_since = cast(cast(condition as jsonb) ->> 'since' as timestamptz),
       reason       = coalesce(cast(condition as jsonb) -> 'failure' ->> 'reason',
                               cast(condition as jsonb) -> 'suspicion' -> 'failure' ->> 'reason');

alter table mailbox
    alter column provider_key set not null,
    alter column status_since set not null;

create index mailbox_of_provider on mailbox (provider_key, status);

-- Whether a provider's doubtful refusals are believed; a row for each provider that was doubted once.
create table outage_guard (
    provider text primary key,
    -- the state with all that belongs to it, as JSON
    state    text    not null,
    -- how the canaries fared since the last round
    accepted integer not null default 0,
    refused  integer not null default 0
);
