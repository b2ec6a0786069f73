using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.HrConsole.SigningIn;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// The one unit of work. It lists every feature's entities: the one cycle in the house. Two types derive from it,
/// one a database, so that the migration sets don't mix.
/// </summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMembership> TeamMemberships => Set<TeamMembership>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<RosterRun> RosterRuns => Set<RosterRun>();
    public DbSet<SeenEvent> Seen => Set<SeenEvent>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Policy> Policies => Set<Policy>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Lane> Lanes => Set<Lane>();
    public DbSet<LocalPost> LocalPosts => Set<LocalPost>();
    public DbSet<CoreValue> Values => Set<CoreValue>();
    public DbSet<ValuePack> ValuePacks => Set<ValuePack>();
    public DbSet<Prompt> Prompts => Set<Prompt>();
    public DbSet<HelpLine> HelpLines => Set<HelpLine>();
    public DbSet<KudosGiven> Kudos => Set<KudosGiven>();
    public DbSet<KudosReceipt> KudosReceipts => Set<KudosReceipt>();
    public DbSet<KudosReport> KudosReports => Set<KudosReport>();
    public DbSet<KudosValue> KudosValues => Set<KudosValue>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Thought> Thoughts => Set<Thought>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Replanning> Replannings => Set<Replanning>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<PromptPack> PromptPacks => Set<PromptPack>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<SwitchedOff> SwitchedOff => Set<SwitchedOff>();
    public DbSet<PulseAnswer> PulseAnswers => Set<PulseAnswer>();
    public DbSet<FiveMinutes> FiveMinutes => Set<FiveMinutes>();
    public DbSet<Phrase> Phrases => Set<Phrase>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<TopicSample> TopicSamples => Set<TopicSample>();
    public DbSet<Expertise> Expertises => Set<Expertise>();
    public DbSet<ExpertSettings> ExpertSettings => Set<ExpertSettings>();
    public DbSet<TriageTurn> TriageTurns => Set<TriageTurn>();
    public DbSet<LearntExample> LearntExamples => Set<LearntExample>();
    public DbSet<RouterGeneration> RouterGenerations => Set<RouterGeneration>();
    public DbSet<ExportLink> ExportLinks => Set<ExportLink>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<ConsoleSession> ConsoleSessions => Set<ConsoleSession>();
    public DbSet<FrozenFigure> FrozenFigures => Set<FrozenFigure>();
    public DbSet<CountedSeat> CountedSeats => Set<CountedSeat>();
    public DbSet<CountedSet> CountedSets => Set<CountedSet>();

    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<TeamSaying> TeamSayings => Set<TeamSaying>();
    public DbSet<DigestPlan> DigestPlans => Set<DigestPlan>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<QuestionOffer> QuestionOffers => Set<QuestionOffer>();
    public DbSet<QuestionEvent> QuestionEvents => Set<QuestionEvent>();
    public DbSet<RelayedMessage> RelayedMessages => Set<RelayedMessage>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<HandlingFigure> HandlingFigures => Set<HandlingFigure>();
    public DbSet<QuestionFinding> QuestionFindings => Set<QuestionFinding>();

    readonly List<object> _onlyAdded = [];

    /// <summary>What was handed to <see cref="AddOnly"/> and is not written yet, in its order.</summary>
    internal IReadOnlyList<object> OnlyAdded => _onlyAdded;

    /// <summary>
    /// A row that has its key already and that nobody asks this unit of work for again. It is written with all the rest, but
    /// EF doesn't track it: that costs more than writing it.
    /// </summary>
    public void AddOnly(object row) => _onlyAdded.Add(row);

    /// <summary>To be called when all of it stands in the database, by whomever it was written.</summary>
    internal void AllWritten()
    {
        _onlyAdded.Clear();
        ChangeTracker.AcceptAllChanges();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TrackAll();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TrackAll();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // The next unit of work gets this object again.
    public override void Dispose()
    {
        _onlyAdded.Clear();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        _onlyAdded.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    void TrackAll()
    {
        AddRange(_onlyAdded);
        _onlyAdded.Clear();
    }

    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);

    // Times are UTC everywhere; SQLite would give them back without saying so, and PostgreSQL refuses any other kind.
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<AsUtc>();

    internal sealed class AsUtc() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    // Keys are compared byte for byte: quicker, and a prefix of them is found by the index.
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Message>().Property(message => message.Key).UseCollation("C");
        model.Entity<SeenEvent>().Property(seen => seen.EventId).UseCollation("C");
    }
}
