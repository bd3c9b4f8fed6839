-- Replies that a person should look at, and the mail that tells of them.
create table reply_problem (
    reply_id  text        not null,
    kind      text        not null,
    seller_id text        not null,
    target_id uuid        not null,
    at        timestamptz not null,
    mail_id   uuid        not null references mail,
    primary key (reply_id, kind)
);

create index reply_problem_by_mail on reply_problem (mail_id);
create index reply_problem_by_seller on reply_problem (seller_id);

-- How many replies of a mailbox or account have failed in a row.
create table reply_streak (
    target_id uuid primary key,
    seller_id text not null,
    failures  int  not null
);

create index reply_streak_by_seller on reply_streak (seller_id);

-- Mailboxes in whose place version 3 answers.
create view replaced_mailbox as
select mailbox.*
  from known_mailbox mailbox
 where exists (select 1
                 from known_account account
                 join known_target api on api.target_id = account.id and api.enabled and api.autoresponder = 3
                where account.seller_id = mailbox.seller_id
                  and account.connected
                  and lower(mailbox.address) = any (account.addresses));
