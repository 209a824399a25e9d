using System.Globalization;

namespace TabletopAgent.MakeLogs;

/// <summary>What is said on such an evening. Figures differ from log to log, so that hardly two symptoms are the same text.</summary>
internal static class Phrases
{
    public static readonly string[] Questions =
    [
        "Where does paid time off accrue for part-time staff?", "How long does a refund to a card take?", "Why does my invoice show two tax rates?",
        "How do I reset a lost second factor?", "Who may hand ownership to a colleague?", "Are webhooks counted against the limit?",
        "How is the signature of a webhook checked?", "In which formats can I export my data?", "When are deleted projects gone for good?",
        "How fast is an answer to a severity one case?", "Which fees are kept on a late cancellation?", "Does unpaid leave stop accrual?",
    ];

    public static readonly string[] Passages =
    [
        "Paid time off accrues by the hour worked, for part-time staff as for all others, and is credited with each pay run.",
        "A refund goes back to the card it came from. Banks take between three and ten working days to show it.",
        "Two rates appear where goods and services are billed together; each line says which rate applies to it.",
        "A lost second factor is reset by an administrator after a call back on the number on file.",
        "Ownership is handed over under roles; both people confirm by mail within a day.",
        "Every accepted call counts against the limit; deliveries that we start ourselves do not.",
        "Each delivery carries a signature over time and body. Compare in constant time and refuse what is older than five minutes.",
        "Exports are made as CSV or JSON and kept for seven days. The owner is told by mail.",
        "Deleted projects can be brought back for thirty days. Afterwards nothing of them is left but the invoice.",
        "A severity one case is answered within fifteen minutes, at any hour.",
    ];

    public static readonly string[] Sections = ["benefits.pto", "billing.refunds", "billing.invoices", "accounts.sign-in", "api.limits", "api.webhooks", "data.export", "support.hours"];

    private static readonly string[] Symptoms =
    [
        "write routes in region A return 500 on {0} percent of requests, reads are healthy",
        "queue depth climbs from {1} to {2} and the oldest message is {3} minutes old",
        "after the purge customers still see prices of {3} minutes ago from the old cache prefix",
        "ΔS rises to 0.{4} and coverage falls to 0.{0} since the index was restored from last night",
        "first answers come back empty for {3} minutes while the green region warms up; cold share {0} percent",
        "payment calls return 401 since the key was rotated, {0} percent of checkouts fail",
        "DNS says 80 percent green but {0} percent of users still reach blue",
        "both regions believe they are primary, {1} orders were written twice",
        "the pool of connections is at 9{5} percent and new orders wait {3} seconds for one",
        "webhooks arrive {3} times over, {1} payouts are doubled",
        "the assistant cites sections that say nothing about the question, {0} of 50 probes moved",
        "error rate jumped to {0} percent right after the 14:{4} rollout, the old version was fine",
        "two agents pass the same ticket to each other, {1} loops in {3} minutes",
        "alerts stayed green for {3} minutes while {0} percent of calls failed",
        "a prompt inside a customer's upload made the assistant print another tenant's order",
        "answers turn into broken JSON on {0} percent of tool calls since the prompt was edited",
    ];

    /// <summary>As a card of a scenario is read out: the same words every time.</summary>
    public static readonly (string Card, string Text)[] Cards =
    [
        ("write-routes-fail", "Write routes in region A return 500 on 22 percent of requests. Healthcheck passes on read routes. Queue depth climbs by 5x."),
        ("index-restored-from-last-night", "The vector index was restored from last night. Reranker version mismatch. ΔS rises to 0.66, coverage falls to 0.52."),
        ("payment-secret-rotated", "Secrets for the payment provider were rotated on the edge. Core still uses the old secret. Tool call timeouts begin."),
        ("dns-label-80-percent", "The DNS label was updated to send 80 percent to green. Some users still see blue due to device DNS cache."),
    ];

    /// <summary>Of <c>knowledge/safety</c>, one of each kind.</summary>
    public static readonly string[] Battery = ["already-approved", "version-that-never-was", "note-in-a-ticket"];

    public static readonly string[] Updates =
    [
        "Some payments fail; we are moving to another region. Next update in 15 minutes.", "Orders are accepted again, answers of the assistant may be old.",
        "All services are stable in the green region. We keep watching and will write again in an hour.",
    ];

    public static string Symptom(int kind, Random random) => string.Format(
        CultureInfo.InvariantCulture, Symptoms[kind], random.Next(5, 60), random.Next(20, 900), random.Next(1000, 9000), random.Next(2, 45), random.Next(50, 90), random.Next(10));

    public static int Kinds => Symptoms.Length;
}
