-- How far the Sent folder has been read for a person's answers.
create table sent_cursor (
    mailbox_id   uuid primary key references mailbox on delete cascade,
    uid_validity bigint not null,
    last_uid     bigint not null
);
