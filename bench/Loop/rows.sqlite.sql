-- What one kudos turn writes. Keep this in step with the bot's own tables: same columns, same indexes.
create table "Seen" ("InstallationId" text not null, "EventId" text not null, "At" text not null, primary key ("InstallationId", "EventId"));
create table "Kudos" ("Id" text primary key, "FromId" text not null, "Words" text not null, "Public" integer not null, "Place" text not null, "State" integer not null, "Version" integer not null, "At" text not null);
create index "IX_Kudos_From" on "Kudos" ("FromId", "At");
create table "KudosReceivers" ("KudosId" text not null references "Kudos" ("Id"), "MemberId" text not null, "At" text not null, primary key ("KudosId", "MemberId"));
create index "IX_KudosReceivers_Member" on "KudosReceivers" ("MemberId", "At");
create table "KudosValues" ("KudosId" text not null references "Kudos" ("Id"), "ValueId" text not null, primary key ("KudosId", "ValueId"));
create table "Messages" ("Key" text primary key, "InstallationId" text not null, "Place" text not null, "Body" text not null, "WantedRevision" integer not null, "SentRevision" integer not null, "State" integer not null, "Priority" integer not null, "DueAt" text not null, "RemoteId" text null);
create index "IX_Messages_Due" on "Messages" ("InstallationId", "DueAt") where "State" = 0;

-- every turn
insert into "Seen" values (@installation, @event, @now);
insert into "Kudos" values (@id, @giver, @words, true, @place, 0, 1, @now);
insert into "KudosReceivers" values (@id, @receiver, @now);
insert into "KudosValues" values (@id, @value);
insert into "Messages" values (@posted, @installation, @place, @body, 1, 0, 0, 1, @now, null);
insert into "Messages" values (@received, @installation, @home, @body, 1, 0, 0, 1, @now, null);
