using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bench.Consoles;

/// <summary>Invented people in teams of ten with a manager each, at forty sites; a hundredth of them have a last day.</summary>
static class Organisation
{
    public const int TeamSize = 10;

    static readonly string[] First = ["Ana", "Ben", "Carla", "Dirk", "Elif", "Farid", "Grace", "Hanna", "Ivo", "Jana", "Karim", "Lena", "Mira", "Noor", "Omar", "Petra", "Rosa", "Sam", "Tomasz", "Yuki"];
    static readonly string[] Last = ["Abel", "Brandt", "Costa", "Dietz", "Eriksen", "Fontaine", "Gruber", "Haddad", "Ivanov", "Jansen", "Kovac", "Lindqvist", "Moreau", "Nowak", "Okafor", "Petrova", "Quint", "Rossi", "Solano", "Tanabe"];

    public static async Task Fill(Db db, int teams)
    {
        var (now, people) = (DateTime.UtcNow, teams * TeamSize);
        db.Installations.Add(new Installation { Channel = Channel.Slack, ExternalId = "T1", Name = "Bench", CreatedAt = now });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"SELECT setseed(0.5)");
        await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE bench_people AS SELECT gen_random_uuid() AS id, n, n / {TeamSize} AS team, ({First}::text[])[1 + n % 20] || ' ' || ({Last}::text[])[1 + n / 20 % 20] || ' ' || n AS name FROM generate_series(0, {people - 1}) n
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Members" ("Id", "Name", "NameKey", "Email", "Zone", "Site", "Country", "Roles", "IsBot", "IsStub", "HomeIsChosen", "SaidByHr", "SaidByPlatform", "DeputyIsAlways", "LeavesOn", "CreatedAt")
            SELECT id, name, lower(name), 'person' || n || '@bench.example', 'Europe/Berlin', 'Site ' || team % 40, 'DE', CASE WHEN n < 20 THEN {(int)Roles.Hr} ELSE 0 END, false, false, false, 0, 0, false,
                CASE WHEN n % 100 = 7 THEN date '2030-01-01' END, {now} FROM bench_people
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Accounts" ("Id", "InstallationId", "ExternalId", "MemberId", "CreatedAt") SELECT gen_random_uuid(), (SELECT "Id" FROM "Installations"), 'U' || n, id, {now} FROM bench_people
            """);
        await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE bench_teams AS SELECT gen_random_uuid() AS id, n, (SELECT id FROM bench_people p WHERE p.n = t.n * {TeamSize}) AS manager FROM generate_series(0, {teams - 1}) t(n)
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Teams" ("Id", "Name", "ManagerId") SELECT id, 'Team ' || n, manager FROM bench_teams""");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "TeamMemberships" ("Id", "TeamId", "MemberId", "From") SELECT gen_random_uuid(), t.id, p.id, {now.AddYears(-2)} FROM bench_people p JOIN bench_teams t ON t.n = p.team
            """);
    }
}
