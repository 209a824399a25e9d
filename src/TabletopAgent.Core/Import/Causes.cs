using System.Text.RegularExpressions;

namespace TabletopAgent.Import;

/// <summary>
/// What a report itself gives as its cause, by the words it uses for it. A write-up after the fact says what broke; that is other
/// evidence than what somebody heard at night, so it is kept beside the words as a field and a rule names its layer.
/// </summary>
internal static partial class Causes
{
    /// <summary>How much each part of a report says about the cause; what is still to be done says nothing.</summary>
    private const double Title = 4, Told = 2, Seen = 1, Entry = 0.35;

    /// <summary>Less than this is a word in passing.</summary>
    private const double Least = 0.5;

    private static readonly (string Name, Regex Words, double Weight)[] Table =
    [
        ("credentials", Certificates(), 1.5), ("credentials", Keys(), 1.5), ("credentials", Expiry(), 1.2), ("credentials", Rights(), 1.2), ("credentials", Accounts(), 1.5),
        ("credentials", Settings(), 1.2),
        ("network", Names(), 1.4), ("network", Balancers(), 1.2), ("network", Paths(), 1), ("network", Gateways(), 0.6),
        ("cache", Copies(), 0.8),
        ("data", Databases(), 1.2), ("data", Queues(), 1), ("data", Disks(), 1),
        ("capacity", Memory(), 1.4), ("capacity", Size(), 2), ("capacity", Limits(), 1.2), ("capacity", Full(), 1.5), ("capacity", Machines(), 0.5), ("capacity", Load(), 1),
        ("change", Releases(), 0.8), ("change", Versions(), 0.6), ("change", Starts(), 1),
        ("monitoring", Watchers(), 1), ("monitoring", Blind(), 0.8),
        ("software", Defects(), 0.8), ("software", Models(), 1.5),
        ("security", Attacks(), 1.2),
    ];

    /// <summary>The cause that most of the words speak of, and the passage that speaks of it most; null where nothing does.</summary>
    public static (string Name, Passage Passage)? Of(Draft draft)
    {
        var parts = Parts(draft).Where(p => p.Text.Length > 0).ToList();
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in parts.GroupBy(p => p.Weight))
            foreach (var (name, words, weight) in Table)
                scores[name] = scores.GetValueOrDefault(name) + group.Key * weight * Math.Log(1 + group.Sum(p => words.Count(p.Text)));
        if (scores.Count == 0 || scores.MaxBy(s => s.Value) is not { Value: >= Least } best) return null;
        var cause = Table.Where(t => t.Name == best.Key).ToList();
        var passage = draft.Story.MaxBy(p => cause.Sum(c => c.Weight * c.Words.Count(p.Text)));
        return passage is null ? null : (best.Key, passage);
    }

    private static IEnumerable<(double Weight, string Text)> Parts(Draft draft)
    {
        yield return (Title, draft.Title ?? "");
        foreach (var passage in draft.Story)
            if (passage.Text != draft.Title) yield return (passage.Part == Part.Seen ? Seen : Told, passage.Text);
        foreach (var entry in draft.Entries.Where(e => !e.Published)) yield return (Entry, entry.Text);
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:certificates?|certs?|x509|ssl|letsencrypt|let.s encrypt|root ca|altnames)\b", Plain)]
    private static partial Regex Certificates();

    [GeneratedRegex(@"\b(?:passwords?|passphrases?|credentials?|api[- ]keys?|access keys?|secrets?|tokens?|service accounts?|oauth|ssh keys?|kms)\b", Plain)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\b(?:expir\w+|rotat\w+|revoked)\b", Plain)]
    private static partial Regex Expiry();

    [GeneratedRegex(@"\b(?:permissions?|unauthori[sz]ed|forbidden|access denied|iam|rbac|lock(?:ed)?[- ]?out|role bindings?|401|403|authenticat\w+|authori[sz]ation)\b", Plain)]
    private static partial Regex Rights();

    [GeneratedRegex(@"\b(?:billing|payment method|unpaid|licen[cs]e|account (?:was )?suspended|suspended)\b", Plain)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\b(?:misconfigur\w+|wrong config\w*|config(?:uration)? (?:change|error|typo|drift|push)|environment variables?|env vars?|wrong (?:cluster|context|account|value|setting|environment)|kubeconfig|kube_config\w*)\b", Plain)]
    private static partial Regex Settings();

    [GeneratedRegex(@"\b(?:dns|nameservers?|resolv(?:er|\.conf)|coredns|route ?53|cname|domain names?)\b", Plain)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:load ?balanc\w+|ingress(?:es)?|nginx|traefik|envoy|haproxy|gateways?|reverse proxy|target groups?|istio|service mesh)\b", Plain)]
    private static partial Regex Balancers();

    [GeneratedRegex(@"\b(?:routing|routes?|route tables?|subnets?|nat|vpc|peering|firewalls?|security groups?|network(?:ing)?|egress|bgp|packet loss|connectivity|failover|unreachable|vpn|iptables|cni|ip address(?:es)?)\b", Plain)]
    private static partial Regex Paths();

    [GeneratedRegex(@"\b(?:50[234]|bad gateway|gateway timeout|service unavailable)\b", Plain)]
    private static partial Regex Gateways();

    [GeneratedRegex(@"\b(?:cache|caches|cached|caching|cdn|fastly|cloudflare|varnish|stale|purge|memcached)\b", Plain)]
    private static partial Regex Copies();

    [GeneratedRegex(@"\b(?:databases?|postgres\w*|mysql|mariadb|mongo\w*|sql|replica(?:tion|s)?|deadlocks?|transactions?|rds)\b", Plain)]
    private static partial Regex Databases();

    [GeneratedRegex(@"\b(?:queues?|backlogs?|kafka|rabbitmq|sqs|consumers?|webhooks?|(?:messages?|events?) (?:were )?(?:lost|delayed)|ingestion|retr(?:y|ies)|duplicates?)\b", Plain)]
    private static partial Regex Queues();

    [GeneratedRegex(@"\b(?:pvcs?|persistent volumes?|volumes?|nfs|ebs|storage|file ?systems?|backups?|restore|data loss|corrupt\w*|zfs|smb|cifs|csi)\b", Plain)]
    private static partial Regex Disks();

    [GeneratedRegex(@"\b(?:out of memory|oom\w*|memory (?:limit|leak|pressure|usage|exhaust\w+)|cpu|saturat\w+|overload\w*|exhaust\w+)\b", Plain)]
    private static partial Regex Memory();

    [GeneratedRegex(@"\b(?:capacity|autoscal\w+|scal(?:e|ed|ing) (?:up|down|out)|node pool|cluster (?:is |was )?full|pending pods|insufficient|instance types?|resource (?:requests?|limits?))\b", Plain)]
    private static partial Regex Size();

    [GeneratedRegex(@"\b(?:quotas?|rate limit\w*|too many requests|toomanyrequests|throttl\w+|limits? (?:reached|hit|exceeded)|(?:hard|aws|account|node) limits?)\b", Plain)]
    private static partial Regex Limits();

    [GeneratedRegex(@"\b(?:disk (?:space|full|usage)|no space left|diskspace|inodes?)\b", Plain)]
    private static partial Regex Full();

    [GeneratedRegex(@"\b(?:nodes?|kubelet|notready|nodelost|pods? (?:evicted|terminated|killed)|terminat\w+|vm agents?|unresponsive|hung|timeouts?|timed out|too slow|slow)\b", Plain)]
    private static partial Regex Machines();

    [GeneratedRegex(@"\b(?:traffic spike|spike in|high load|load spike|ddos|surge)\b", Plain)]
    private static partial Regex Load();

    [GeneratedRegex(@"\b(?:deploy(?:ed|ment|ments|ing|s)?|redeploy\w*|rollout|rolled out|release[sd]?|merge[ds]? to (?:prod|master|main|staging))\b", Plain)]
    private static partial Regex Releases();

    [GeneratedRegex(@"\b(?:upgrad\w+|helm(?: charts?)?|migration|new version|version bump|bump(?:ed)?|plugins?|downgrad\w+|roll(?:ed)? ?back|revert\w*|docker images?|image tags?|packages?|build(?:s|ing)?|ci|pipelines?)\b", Plain)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\b(?:crash ?loop\w*|fail(?:s|ed)? to (?:start|boot|deploy)|startup|readiness|boot(?:ing)?|incompatib\w+|deprecat\w+|backwards? compatib\w+)\b", Plain)]
    private static partial Regex Starts();

    [GeneratedRegex(@"\b(?:prometheus|grafana|alertmanager|thanos|kibana|elasticsearch|fluentd?|fluent-?bit|logshipp\w+|logging|logs? (?:lost|missing|dropped)|metrics (?:lost|missing|gap)|missing (?:logs|metrics)|tracing|telemetry|dashboards?|log pipeline|monitoring (?:was |is )?(?:down|lost|unavailable)|datadog|splunk|loki)\b", Plain)]
    private static partial Regex Watchers();

    [GeneratedRegex(@"\b(?:false (?:alarm|positive)s?|alert(?:ing|s)? (?:did not|didn.t|missing|failed|was missing|storm|fatigue)|no alerts?|not (?:alerted|notified|monitored)|undetected|unnoticed)\b", Plain)]
    private static partial Regex Blind();

    [GeneratedRegex(@"\b(?:bugs?|regressions?|code (?:defect|error|path)|logic error|null pointer|typeerror|exceptions?|javascript|sdk|schema|contracts?|payload|json|validation|parsing|backwards? compatib\w+|api (?:change|contract)|wrapper)\b", Plain)]
    private static partial Regex Defects();

    [GeneratedRegex(@"\b(?:prompts?|llm|hallucinat\w+|model answers?)\b", Plain)]
    private static partial Regex Models();

    [GeneratedRegex(@"\b(?:prompt injection|jailbreak|data leak|leaked|exposed (?:data|secrets?|credentials)|personal data|breach|attackers?|malicious|vulnerab\w+|cve|abuse|phishing)\b", Plain)]
    private static partial Regex Attacks();
}
