-- When the seller was told, and when he is told again while it lasts.
alter table incident add column warned_at timestamptz;
alter table incident add column reminders int not null default 0;
alter table incident add column next_reminder_at timestamptz;
alter table incident add column reminder_mail_id uuid references mail;

update incident
   set warned_at = mail.sent_at, next_reminder_at = greatest(mail.sent_at + interval '1 day', now())
  from mail
 where mail.id = incident.warning_mail_id and mail.state = 'SENT' and incident.closed_at is null;

create index incident_to_remind on incident (next_reminder_at) where closed_at is null and next_reminder_at is not null;
create index incident_by_reminder on incident (reminder_mail_id);

-- A mail that has certainly not left still takes further incidents, also one that the mail server refused so far.
drop index mail_collecting;
create index mail_collecting on mail (seller_id, kind) where state = 'WAITING' and not may_have_left;
create index mail_last_sent on mail (seller_id, kind, sent_at);
