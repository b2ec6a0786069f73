-- What one kudos turn writes: the bot's own tables with their columns and indexes, as its migrations make them.
create table "Seen" ("InstallationId" integer not null, "EventId" text not null, "At" text not null, primary key ("InstallationId", "EventId"));
create index "IX_Seen_At" on "Seen" ("At");
create table "Kudos" ("Id" text primary key, "FromId" text not null, "FromTeamId" text null, "Words" text not null, "CustomerWords" text null, "FromCustomer" integer not null, "Link" text null, "Audience" integer not null, "At" text not null, "EditedAt" text null, "UndoneAt" text null, "Version" integer not null, "PostedInstallationId" integer null, "PostedKind" integer null, "PostedId" text null, "PostedThread" text null, "Day" text null, "DayNumber" integer null);
create unique index "IX_Kudos_FromId_Day_DayNumber" on "Kudos" ("FromId", "Day", "DayNumber") where "DayNumber" is not null;
create index "IX_Kudos_FromId_At" on "Kudos" ("FromId", "At");
create table "KudosReceipts" ("KudosId" text not null, "ToId" text not null, "ToTeamId" text null, "At" text not null, "Once" blob null, primary key ("KudosId", "ToId"));
create unique index "IX_KudosReceipts_Once" on "KudosReceipts" ("Once");
create index "IX_KudosReceipts_ToId_At" on "KudosReceipts" ("ToId", "At");
create table "KudosValues" ("KudosId" text not null, "ValueId" text not null, primary key ("KudosId", "ValueId"));
create table "Messages" ("Id" text primary key, "Key" text not null, "InstallationId" integer not null, "PlaceKind" integer not null, "PlaceId" text not null, "Thread" text null, "ForMember" text null, "Priority" integer not null, "CreatedAt" text not null, "Revision" integer not null, "Body" text not null, "Summary" text not null, "SentRevision" integer not null, "DueAt" text not null, "Attempts" integer not null, "LeaseUntil" text null, "Fence" integer not null, "SentAt" text null, "RemoteId" text null, "RemotePlace" text null, "LastError" text null, "DeadAt" text null, "UncertainAt" text null);
create unique index "IX_Messages_Key" on "Messages" ("Key");
create index "IX_Messages_Waiting" on "Messages" ("InstallationId", "Priority", "DueAt") where "SentRevision" < "Revision" and "DeadAt" is null;
create index "IX_Messages_Bodies" on "Messages" ("SentAt") where "SentAt" is not null and "Body" <> '';
create index "IX_Messages_Dead" on "Messages" ("DeadAt") where "DeadAt" is not null;

-- every turn
insert into "Seen" values (1, @event, @now);
insert into "Kudos" values (@id, @giver, null, @words, null, 0, null, 0, @now, null, null, 1, 1, 2, @place, null, null, null);
insert into "KudosReceipts" values (@id, @receiver, null, @now, @once);
insert into "KudosValues" values (@id, @value);
insert into "Messages" values (@postedid, @posted, 1, 2, @place, null, null, 1, @now, 1, @body, @words, 0, @now, 0, null, 0, null, null, null, null, null, null);
insert into "Messages" values (@receivedid, @received, 1, 0, @home, null, @receiver, 1, @now, 1, @body, @words, 0, @now, 0, null, 0, null, null, null, null, null, null);
