using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>What the words of an entry say happened. Strong: it says the milestone itself. Weak: it describes it.</summary>
internal static partial class EntryWords
{
    public static bool Begins(string text) => Outage().IsMatch(text) && !Ends().IsMatch(text);

    public static bool Detects(string text) => Unless(text, Detect()) && !text.Contains("dismissed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody was told: a person or a machine reports it.</summary>
    public static bool Reports(string text) => Told().IsMatch(text);

    public static bool Looks(string text) => Look().IsMatch(text);

    public static bool Declares(string text) => Declare().IsMatch(text) && !Ended().IsMatch(text);

    public static bool Mitigates(string text) => Positive(text, Repair(), doubt: true);

    public static bool SaysMitigated(string text) => Positive(text, Repaired(), doubt: true);

    public static bool Resolves(string text) => Positive(text, Resolve(), doubt: true);

    public static bool SaysResolved(string text) => Positive(text, Ended(), doubt: false);

    /// <summary>It came back after it had been closed.</summary>
    public static bool Reopens(string text) => Again().IsMatch(text);

    public static bool Decides(string text) => Decide().IsMatch(text);

    public static bool Tells(string text) => Comms().IsMatch(text);

    /// <summary>Said, and not as "no alert fired".</summary>
    private static bool Unless(string text, Regex words)
    {
        foreach (Match m in words.Matches(text))
            if (!None().IsMatch(text[Math.Max(0, m.Index - 12)..m.Index])) return true;
        return false;
    }

    /// <summary>Said, and not denied, wished for or announced.</summary>
    private static bool Positive(string text, Regex words, bool doubt)
    {
        foreach (Match m in words.Matches(text))
        {
            var before = text[Math.Max(0, m.Index - 40)..m.Index];
            var after = text[(m.Index + m.Length)..Math.Min(text.Length, m.Index + m.Length + 25)];
            if (!Denied().IsMatch(before) && !(doubt && Doubted().IsMatch(after))) return true;
        }

        return false;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:outage|incident|impact|downtime|degradation|disruption|problems?|issues?|errors?|failures?|timeouts?)\b[^.]{0,30}\b(?:begins?|began|starts?|started|occurs?|first appear\w*|increas\w*|spik\w*)\b|\b(?:error rates?|errors|latency|failure rates?|failures)\b[^.]{0,20}\b(?:rises?|rose|jumps?|jumped|spikes?|spiked|climbs?|climbed|shoots? up)\b|\b(?:start|beginning|onset) of (?:the )?(?:outage|incident|impact|issue|problem)|\b(?:goes|went|going) (?:down|offline)\b|\b(?:stops?|stopped) (?:working|responding|serving|processing)\b|\b(?:crash(?:es|ed)|became? (?:unavailable|unresponsive|unhealthy|unreachable)|becomes? (?:unavailable|unresponsive|unhealthy))\b|\b(?:reach(?:es|ed)|drop(?:s|ped)?|fell|falls) (?:to )?(?:0|zero)\b|\bfailed to (?:deploy|start|boot)\b|\b(?:destroyed|wiped|deleted by mistake|accidentally)\b|\b(?:starts?|started|begins?|began) (?:to )?(?:fail|failing|crash|crashing|return|returning|throw|throwing|time|timing|error|erroring|see errors)\b", Plain)]
    private static partial Regex Outage();

    [GeneratedRegex(@"\b(?:outage|incident|impact|issue|problem) (?:ends?|ended|over|resolved)\b", Plain)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:alert(?:s|ed|ing)?(?! (?:is|was|are|were) (?:defined|configured|based|set|silenced))|alarms?|pag(?:ed|er)|pagerduty|opsgenie|pingdom|first report|report(?:s|ed|ing)?|notic(?:e|es|ed|ing)|noti(?:fied|fies|fication)|reali[sz](?:e|es|ed|ation)|discover(?:s|ed)?|observ(?:e|es|ed)|received|complain\w*|spotted|aware|detect(?:s|ed|ion)?|identif(?:y|ies|ied)|support tickets?|(?:we|team|users?|customers?|someone|teams?|i|engineers?|developers?|students?|instructors?|(?-i:[A-Z])[a-z]+) (?:see|sees|saw|find|finds|found|hear|hears|heard|start seeing|started seeing|experienc\w+))\b", Plain)]
    private static partial Regex Detect();

    [GeneratedRegex(@"\b(?:no|not|without|never)\s+(?:\w+\s+)?$", Plain)]
    private static partial Regex None();

    [GeneratedRegex(@"\b(?:reported|reports|alerts? (?:received|fired|fires|triggered)|alerted|paged|noticed|complain\w*)\b", Plain)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:investigat\w+|look(?:s|ing|ed)? (?:into|at)|troubleshoot\w*|triag\w+)\b", Plain)]
    private static partial Regex Look();

    [GeneratedRegex(@"\b(?:incident|outage|sev\W?[0-3]|p[0-2]|major incident)\b[^.]{0,25}\b(?:declared|raised|opened|called|created|initiated)\b|\b(?:declar(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|open(?:s|ed|ing)?|call(?:s|ed)|creat(?:e|es|ed)|initiat(?:e|es|ed)|start(?:s|ed)?) (?:an? |the |a new |new )?(?:major |critical |formal |public |p\d |sev\W?\d |priority \d )?(?:incident|outage)\b(?! (?:review|report|doc|channel|call))", Plain)]
    private static partial Regex Declare();

    [GeneratedRegex(@"\b(?:incident|outage)\b[^.]{0,15}\b(?:repaired|mitigated|fixed)\b|\b(?:service|services|access|functionality|system|site|everything) (?:is |was |were |are |has been |have been |had been |fully )*(?:restored|recovered|back)\b|\boutage ends?\b|\bimpact (?:ends?|ended|over|mitigated)\b|\bmitigated\b", Plain)]
    private static partial Regex Repaired();

    [GeneratedRegex(@"\b(?:back (?:to normal|up|online|in service|to life)|restored|recover(?:s|ed|y complete)?|restoration (?:is |was )?(?:confirmed|complete\w*)|workaround (?:is |was |has been )?(?:applied|implemented|deployed|in place)|working (?:again|fine|as expected|normally|correctly|properly)|works? again|works? (?:now|fine)|running again|available again|become available|accessible again|returned to normal|returns? to normal|everything (?:is|was|looks?) (?:fine|good|ok(?:ay)?|normal|back|working)|normal(?:i[sz]ed| again| levels?| operations?)|self-?heal(?:s|ed)|all (?:instances |services |systems |pods |nodes |hubs? )?(?:are |is )?(?:back|up|healthy|green)|fixed|mitigated|repaired|resolved|deploys? successfully|successfully (?:restart|redeploy|deploy|reboot|restor|migrat|switch|roll|fail|recover|launch|start)\w*|(?:users?|students?|customers?|people|everyone|clients?|teams?)\b[^.]{0,20}\b(?:able to|can|could)(?: now| again)? (?:start|connect|log|access|launch|use|work|reach|sign)\w*|enabling \w+ to (?:connect|start|log|access|launch|use)|success(?:ful|fully)?\b[^.]{0,20}\b(?:launch|start|connect)|launch fine|healthy again|is (?:now )?up|are (?:now )?up|comes? online|brought (?:back )?(?:up|online)|came back|comes back|come back|stable|stabili[sz]ed|confirmed? (?:that )?[^.]{0,40}(?:works?|working|fixed|resolved|fine))\b", Plain)]
    private static partial Regex Repair();

    [GeneratedRegex(@"\b(?:resolved|closed|all clear|everything (?:is|was) (?:fine|good|ok(?:ay)?|back|working)|fully (?:restored|recovered|operational|fixed)|back to normal|enabling \w+ to \w+|outage ends?|incident over|post-?mortem (?:scheduled|started))\b", Plain)]
    private static partial Regex Resolve();

    [GeneratedRegex(@"\b(?:incident|outage|issue|problem|ticket)\b[^.]{0,25}\b(?:resolved|closed|over|ended|complete)\b|\bresolved the (?:incident|issue|problem|outage)\b|\b(?:declared?|marked|set|moved|updated)[^.]{0,30}\bresolved\b|\ball clear\b|^resolved\b|\bclos(?:e|es|ed|ing) (?:the )?incident\b|\boutage (?:ends?|over)\b", Plain)]
    private static partial Regex Ended();

    [GeneratedRegex(@"(?:\b(?:staging|not|no|never|cannot|to be|will|should|would|could|may|might|if|once|when|until|hope\w*|try\w*|tried|attempt\w*|to|needs?|partial\w*|appears?|thought|seems?|wait\w*|expect\w*|plan\w*|begin\w*|start\w*|without)\b|n't\b|\bun)[^.,;]{0,18}$", Plain)]
    private static partial Regex Denied();

    [GeneratedRegex(@"^[^.;]{0,12}(?:\?|\bbut\b|\bin theory|\btemporarily|\bhowever|\bexcept|\bon staging)", Plain)]
    private static partial Regex Doubted();

    [GeneratedRegex(@"\b(?:re-?open(?:s|ed|ing)?|re-?declar(?:e|es|ed|ing)|declared again|(?:incident|outage|issue|problem) (?:is |has |had )?(?:returned|recurred|recurs|returns|back|resumed|resumes))\b", Plain)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(?:decid(?:e|es|ed|ing)|decisions?|agreed to|chose to)\b", Plain)]
    private static partial Regex Decide();

    [GeneratedRegex(@"\b(?:status ?page|update[sd]? (?:sent|posted|send|to (?:users|customers))|users? (?:updated|notified|informed)|(?:posted|sent|publish(?:ed)?|announc\w+|communicat\w+|inform(?:s|ed)?|notif(?:y|ies|ied)|tweet\w*|email(?:ed|s)?|comms|message[sd]?)\b[^.]{0,60}\b(?:users?|customers?|teams?|channel|everyone|stakeholders?|management|community|listserv|update|#[\w-]+))", Plain)]
    private static partial Regex Comms();
}
