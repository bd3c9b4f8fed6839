-- What mails of Allegro's looked like that no recogniser knew, redacted before they get here.
create table unknown_mail (
    seq        bigint generated always as identity primary key,
    mailbox_id uuid        not null references mailbox on delete cascade,
    seen_at    timestamptz not null,
    mail       jsonb       not null
);
