namespace ServiceCulture.Cards.Escalations;

/// <summary>HR's way to the topics: which one, and what of it.</summary>
/// <param name="Topic">A topic's id, or <see cref="New"/>.</param>
/// <param name="What">One of the constants.</param>
public sealed record TopicList(string Topic, string What) : IForm<TopicList>
{
    /// <summary>The press that opens it, the fields, and the values that stand for something else than a topic.</summary>
    public const string OpenId = "topics.open", TopicField = "topic", WhatField = "what", New = "new", Words = "words", Experts = "experts";

    /// <summary>At most so many topics are offered.</summary>
    public const int Most = 99;

    /// <inheritdoc/>
    public static string Id => "topics.list";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Topics", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static TopicList Read(Answers answers) => new(answers[TopicField], answers[WhatField]);

    /// <param name="topics">With the number of their experts; those in use first.</param>
    public static Form Form(IReadOnlyList<(Guid Id, string Name, int Experts, bool IsArchived)> topics) => new(new Ref(Id), $"Topics", $"Continue",
        new Field.Pick(TopicField, $"Which topic?",
        [
            new Choice(New, $"A new topic"),
            .. topics.Take(Most).Select(one => new Choice(one.Id.ToString(), Text.Of(one.Name), one.IsArchived ? $"Archived" : one.Experts == 0 ? (Text)$"No expert yet" : $"{new Hole.Count(one.Experts, "expert", "experts")}")),
        ])
        { Initial = topics.Count == 0 ? New : "" },
        new Field.Pick(WhatField, $"What would you like to change?", new Choice(Words, $"Its name, samples and words"), new Choice(Experts, $"Who its experts are")) { Initial = Words })
    { Reopens = new Ref(OpenId) };
}

/// <summary>A topic's words.</summary>
/// <param name="Samples">A sample question on each line.</param>
public sealed record EditTopic(string Name, string Description, string Samples, string Meanwhile, string ForCustomer, bool IsArchived) : IForm<EditTopic>
{
    /// <summary>The field ids.</summary>
    public const string NameField = "name", DescriptionField = "description", SamplesField = "samples", MeanwhileField = "meanwhile", CustomerField = "customer", ArchivedField = "archived";

    /// <summary>Most characters of a field.</summary>
    public const int MostName = 80, MostWords = 1000, MostSamples = 3000;

    /// <inheritdoc/>
    public static string Id => "topics.edit";

    /// <inheritdoc/>
    public static EditTopic Read(Answers answers) => new(answers[NameField], answers[DescriptionField], answers[SamplesField], answers[MeanwhileField], answers[CustomerField], answers[ArchivedField] == "yes");

    /// <param name="row">The topic's id, or <see cref="TopicList.New"/>.</param>
    /// <param name="more">So many further samples don't fit into the field, and stay.</param>
    public static Form Form(string row, int version, EditTopic now, int more) => new(new Ref(Id, row, version), row == TopicList.New ? $"A new topic" : (Text)$"A topic", $"Save",
        new Field.Line(NameField, $"Name", MostName) { Initial = now.Name },
        new Field.Line(DescriptionField, $"What it is about", MostWords, Lines: true) { Initial = now.Description, Optional = true },
        new Field.Line(SamplesField, $"Sample questions", MostSamples, Lines: true)
        {
            Initial = now.Samples,
            Optional = true,
            Hint = more == 0 ? (Text)$"One on each line, as people ask them. They teach me where a question belongs." : $"One on each line, as people ask them. {new Hole.Count(more, "further one is", "further ones are")} not shown here and stay.",
        },
        new Field.Line(MeanwhileField, $"What may be offered meanwhile", MostWords, Lines: true) { Initial = now.Meanwhile, Optional = true, Hint = $"Whoever asks sees it while they wait." },
        new Field.Line(CustomerField, $"A sentence for the customer", MostWords, Lines: true) { Initial = now.ForCustomer, Optional = true, Hint = $"Empty: one from the phrase bank." },
        new Field.Tick(ArchivedField, $"Archived", $"Nothing new comes here; what was asked keeps the name") { Initial = now.IsArchived, Optional = true })
    { Reopens = new Ref(TopicList.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(string name, bool isArchived, int experts) => new($"Saved", new Block.Say(isArchived
        ? (Text)$"{new Hole.Bold(name)} is archived: nothing new comes to it."
        : experts == 0
            ? (Text)$"{new Hole.Bold(name)} is saved. It has no expert yet, so its questions go to triage."
            : $"{new Hole.Bold(name)} is saved. Within some minutes questions are routed by it."))
    { Buttons = [TopicList.Button] };
}

/// <summary>A topic's experts.</summary>
/// <param name="Know">Member ids of those who know it.</param>
/// <param name="Decide">Of those who may decide as well.</param>
public sealed record TopicExperts(IReadOnlyList<string> Know, IReadOnlyList<string> Decide) : IForm<TopicExperts>
{
    /// <summary>The field ids.</summary>
    public const string KnowField = "know", DecideField = "decide";

    /// <summary>Most people in a field.</summary>
    public const int Most = 50;

    /// <inheritdoc/>
    public static string Id => "topics.experts";

    /// <inheritdoc/>
    public static TopicExperts Read(Answers answers) => new(answers.All(KnowField), answers.All(DecideField));

    /// <param name="stamp">Says who they were when it was drawn.</param>
    /// <param name="people">Those who are named, and some to choose from.</param>
    public static Form Form(Guid topic, string name, int stamp, TopicExperts now, IReadOnlyList<Choice> people) => new(new Ref(Id, topic.ToString(), stamp), $"Experts", $"Save",
        new Field.Note("topic", $"Who can be asked about {new Hole.Bold(name)}? Questions that need a decision go only to those who can decide."),
        new Field.People(KnowField, $"They know it", Most) { Initial = now.Know, Nearby = people, Optional = true },
        new Field.People(DecideField, $"They can decide", Most) { Initial = now.Decide, Nearby = people, Optional = true, Hint = $"Whoever can decide need not stand above as well." })
    { Reopens = new Ref(TopicList.OpenId) };

    /// <summary>After saving.</summary>
    public static Card Saved(string name, int know, int decide) => new($"Saved", new Block.Say(know + decide == 0
        ? (Text)$"{new Hole.Bold(name)} has no expert now, so its questions go to triage."
        : $"{new Hole.Bold(name)} has {new Hole.Count(know + decide, "expert", "experts")}, of whom {decide} can decide."))
    { Buttons = [TopicList.Button] };
}
