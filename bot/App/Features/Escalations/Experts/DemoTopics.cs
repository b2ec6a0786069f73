using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>A few topics, experts and a triage rota for the invented people of the demo organisation, in Development, while there are none.</summary>
static class DemoTopics
{
    sealed record Invented(string Name, string Description, string Meanwhile, string ForCustomer, string[] Samples, params (string Who, ExpertLevel Level)[] Experts);

    static readonly Invented[] Topics =
    [
        new("Refunds and chargebacks", "Money that goes back to the customer", "A voucher of up to 20 € without asking anybody", "I am finding out right now what we can give back, and I call you with the answer.",
            ["when does the refund arrive", "customer disputes the charge with their bank", "can we refund shipping costs too", "refund went to a closed account", "customer was charged twice for one order"],
            ("grace", ExpertLevel.CanDecide), ("leo", ExpertLevel.Knows)),
        new("Deliveries", "Parcels on their way, late, lost or damaged", "A second parcel by express", "I am asking where your parcel is, and you hear from me today.",
            ["the parcel never arrived", "delivery is three days late", "parcel came damaged", "tracking says delivered but nothing is there", "can it be delivered to another address"],
            ("tomasz", ExpertLevel.CanDecide), ("noor", ExpertLevel.Knows)),
        new("Invoices and contracts", "What customers are billed, and what they signed", "A copy of the invoice at once", "I have somebody look at your invoice who can correct it.",
            ["the invoice shows the wrong amount", "customer wants to leave the contract early", "which tax rate is on the bill", "invoice went to the old address", "reminder fee is wrong"],
            ("leo", ExpertLevel.CanDecide), ("petra", ExpertLevel.Knows)),
    ];

    static readonly string[] Triage = ["omar", "petra"];

    internal static async Task FillIfEmpty(Db db, DateTime now, CancellationToken cancel)
    {
        if (await db.Topics.AnyAsync(cancel))
            return;
        var people = await db.Members.Where(member => member.Email != null && member.Email.EndsWith("@demo.example")).ToDictionaryAsync(member => member.Email!.Split('@')[0], member => member.Id, cancel);
        if (people.Count == 0)
            return;
        foreach (var one in Topics)
        {
            var topic = new Topic { Name = one.Name, NameKey = Folding.Key(one.Name), Description = one.Description, Meanwhile = one.Meanwhile, ForCustomer = one.ForCustomer, CreatedAt = now };
            db.Add(topic);
            db.AddRange(one.Samples.Select((words, at) => new TopicSample { TopicId = topic.Id, Place = at, Words = words }));
            db.AddRange(one.Experts.Where(expert => people.ContainsKey(expert.Who)).Select(expert => new Expertise { MemberId = people[expert.Who], TopicId = topic.Id, Level = expert.Level }));
        }
        // To be tried at any hour: everybody is on duty round the clock, and a week of triage each.
        foreach (var who in Topics.SelectMany(one => one.Experts).Select(expert => expert.Who).Distinct().Where(people.ContainsKey))
            db.Add(new ExpertSettings { MemberId = people[who], DutyDays = Weekdays.All, DutyFrom = 0, DutyTo = 0, Languages = "" });
        db.AddRange(Triage.Where(people.ContainsKey).Select((who, at) => new TriageTurn { MemberId = people[who], From = now.AddDays(7 * at), To = now.AddDays(7 * (at + 1)) }));
    }
}
