using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Escalations;

/// <summary>An organisation in which questions are asked: who is next and where a question belongs is as the test says.</summary>
sealed class AskedBot(TestBot bot, Someone asker, Someone sam, Someone ada, Someone tess, Guid topic)
{
    /// <summary>Whom the rules find, in this order, of those who are not left out; and what the router says.</summary>
    sealed class Said : IChooseExperts, IRouteQuestions
    {
        public List<Guid> Experts { get; } = [];
        public Guid? OnTriage { get; set; }
        public DateTime? Until { get; set; }
        public DateTime? From { get; set; }
        public Routed Routed { get; set; } = Routed.Nowhere;

        public Task<ExpertFound> Next(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel) => Task.FromResult<ExpertFound>(
            (wanted.Named is { } named ? [named] : Experts).Where(one => !wanted.LeaveOut.Contains(one)).Select(one => new ExpertFound.Someone(one, new ExpertReason(false, false, From, null, true, 0, 1, 1, 0).Stored, From)).FirstOrDefault()
            ?? (ExpertFound)new ExpertFound.Nobody(Until, Experts.Count == 0 ? NobodyBecause.NobodyOnDuty : NobodyBecause.AllWereAsked));

        public Task<Guid?> Triage(Db db, DateTime now, Guid asker, CancellationToken cancel) => Task.FromResult(OnTriage);

        public ValueTask<Routed> Route(string words, CancellationToken cancel) => new(Routed);
    }

    public TestBot Bot => bot;
    public Someone Asker => asker;
    public Someone Sam => sam;
    public Someone Ada => ada;
    public Someone Tess => tess;

    public static readonly Action<IServiceCollection> With = services =>
    {
        var said = new Said();
        services.AddSingleton(said).AddSingleton<IChooseExperts>(said).AddSingleton<IRouteQuestions>(said);
    };

    public static async Task<AskedBot> Start(TestBot bot, Channel asker = Channel.Slack, Channel sam = Channel.Teams)
    {
        var topic = new Topic { Name = "Refunds", NameKey = "refunds", Meanwhile = "a written confirmation by e-mail", ForCustomer = "I have somebody on this who decides refunds, and I stay with you.", CreatedAt = bot.Clock.Now };
        await bot.Do(db =>
        {
            db.Add(topic);
            return Task.CompletedTask;
        });
        var it = new AskedBot(bot, await bot.Member("Mira Solano", asker), await bot.Member("Sam Rivers", sam), await bot.Member("Ada Obi"), await bot.Member("Tess Lang", Channel.Local), topic.Id);
        it.Finds(it.Sam, it.Ada);
        it.Routes(sure: true);
        bot.Get<Said>().OnTriage = it.Tess.Id;
        return it;
    }

    public void Finds(params Someone[] experts)
    {
        bot.Get<Said>().Experts.Clear();
        bot.Get<Said>().Experts.AddRange(experts.Select(one => one.Id));
    }

    /// <summary>Whoever knows the topic comes then.</summary>
    public void NobodyOnDuty(DateTime until)
    {
        Finds();
        bot.Get<Said>().Until = until;
    }

    /// <summary>The one expert comes on duty then, in time.</summary>
    public void Finds(Someone expert, DateTime from)
    {
        Finds(expert);
        bot.Get<Said>().From = from;
    }

    public void NobodyOnTriage(DateTime? until = null) => (bot.Get<Said>().OnTriage, bot.Get<Said>().Until) = (null, until);

    /// <summary>A second topic.</summary>
    public async Task<Guid> Topic(string name)
    {
        var other = new Topic { Name = name, NameKey = Folding.Key(name), CreatedAt = bot.Clock.Now };
        await bot.Do(db =>
        {
            db.Add(other);
            return Task.CompletedTask;
        });
        return other.Id;
    }

    /// <summary>Where it was said to belong, in order: by whom, and where.</summary>
    public async Task<IReadOnlyList<(Guid? By, Guid? Topic)>> Topics() => [.. (await bot.Read(db => db.QuestionEvents.AsNoTracking().Where(one => one.Kind == EventKind.Asked || one.Kind == EventKind.TopicChosen || one.Kind == EventKind.TopicChanged)
        .OrderBy(one => one.Number).Select(one => new { one.MemberId, one.OtherId }).ToListAsync())).Select(one => (one.MemberId, one.OtherId))];

    /// <summary>What there is to learn from it, in order.</summary>
    public Task<List<Guid>> Learnt() => bot.Read(db => db.LearntExamples.AsNoTracking().OrderBy(one => one.At).ThenBy(one => one.Id).Select(one => one.TopicId).ToListAsync());

    public void OnTriage(Someone who) => bot.Get<Said>().OnTriage = who.Id;

    public void Routes(bool sure, bool known = true) => bot.Get<Said>().Routed = known ? new Routed([new RoutedTopic(topic, "Refunds", 12, ["refund", "chargeback"])], true, sure) : Routed.Nowhere;

    public Task<Heard> Asks(string words = "how do I refund a chargeback #waiting") => bot.Types(asker, $"ask {words}");

    public Task<Question> Question => bot.Read(db => db.Questions.AsNoTracking().SingleAsync());

    /// <summary>So much later the job comes, and what it leads to arrives.</summary>
    public async Task Later(TimeSpan time)
    {
        bot.Clock.Advance(time);
        await bot.Get<WatchingQuestions>().Run(default);
        await Arrives();
    }

    /// <summary>All that is under way arrives: what goes to one place goes a millisecond apart.</summary>
    public async Task Arrives()
    {
        for (var round = 0; round < 5; round++)
        {
            await bot.Delivers();
            bot.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }
    }

    public async Task<Delivered> AskersCard()
    {
        await Arrives();
        return Standing(QuestionMessages.AskerKey((await Question).Id));
    }

    public async Task<Delivered> Offer(int number)
    {
        await Arrives();
        var key = QuestionMessages.OfferKey((await Question).Id, number);
        return Standing(key);
    }

    /// <summary>The message with this key as it stands, wherever that is.</summary>
    public Delivered Standing(string key) => new[] { bot.Slack, bot.Teams, bot.Local }.Select(channel => channel.Standing(key)).OfType<Delivered>().Single();

    /// <summary>The last message to somebody that was new.</summary>
    public async Task<Delivered> Last(Someone who)
    {
        await Arrives();
        return (who.On switch { Channel.Slack => bot.Slack, Channel.Teams => bot.Teams, _ => bot.Local }).In(who.Account).Last(sent => !sent.IsChange);
    }
}
