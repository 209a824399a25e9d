namespace TabletopAgent.Agent.Grounding;

/// <summary>Persons and roles, what they said and when, and what this program did for them.</summary>
internal sealed class PeopleCheck(Leaf leaf, GroundingSources sources)
{
    private static readonly string[] s_milestones = ["impact", "detected", "declared", "mitigated", "cutover", "stable", "resolved", "first_seen"];

    private static readonly (string Word, string Tool)[] Kinds = [("decision", "log_decision"), ("change", "log_change"), ("symptom", "log_symptom"), ("update", "log_comms"), ("message", "log_comms"), ("inject", "next_inject"), ("card", "next_inject")];

    public Fault? Check() => Deeds() ?? Roles() ?? Times() ?? Sayings();

    private Fault? Deeds()
    {
        var deeds = leaf.Values(Cat.Deed);
        if (deeds.Count == 0) return null;
        if (!leaf.Hypothetical && !leaf.Advice)
        {
            var nots = leaf.All(Cat.Not).Count();
            // "Logged your change": whatever else was logged is not meant.
            if (deeds is ["log"] && Kinds.Where(k => leaf.Lexemes.Any(l => l.Text.Contains(k.Word, StringComparison.OrdinalIgnoreCase))).Select(k => k.Tool).Distinct().ToList() is { Count: > 0 } named) deeds = named;
            var done = deeds.All(d => sources.Tools.Any(t => !t.Refused && t.Name.StartsWith(d, StringComparison.Ordinal)));
            var others = leaf.Values(Cat.Role).Count > 0 || leaf.Lexemes.Any(l => l.Form == Form.Person && !l.Value.Equals(sources.Speaker, StringComparison.OrdinalIgnoreCase));
            if (others || deeds.Count > 1 || nots > 1 || done == (nots == 1)) return new Fault(Why.Deed, deeds[0]);
            leaf.Use(Cat.Not);
        }

        leaf.Use(Cat.Deed);
        leaf.Use(Cat.Kind);
        leaf.Verify();
        return null;
    }

    private Fault? Roles()
    {
        var roles = leaf.Values(Cat.Role);
        var people = leaf.All(Form.Person).Select(i => leaf.Lexemes[i].Value).Distinct().ToList();
        if (leaf.Values(Cat.Staffed) is [var staffed])
        {
            if (roles.Count == 0 || leaf.All(Cat.Not).Any() || people.Count > 0) return new Fault(Why.Person, roles is [var one, ..] ? one : null);
            if (!leaf.Hypothetical && roles.Any(r => sources.Roles.ContainsKey(r) != (staffed == "staffed"))) return new Fault(Why.Person, roles[0]);
            leaf.Use(Cat.Staffed);
            leaf.Verify();
        }

        if (people.Count > 0 && roles.Count > 0 && (!leaf.Advice || Adjacent()))
        {
            var matched = roles.All(r => sources.Roles.TryGetValue(r, out var holder) && people.Contains(holder, StringComparer.OrdinalIgnoreCase))
                && people.All(p => roles.Any(r => sources.Roles.TryGetValue(r, out var holder) && holder.Equals(p, StringComparison.OrdinalIgnoreCase)));
            var negated = leaf.All(Cat.Not).Any();
            if (!matched || negated) return new Fault(Why.Person, people[0]);
            leaf.Verify();
        }

        var you = leaf.Lexemes.Any(l => l.Form == Form.Word && l.Is(Cat.You)) && leaf.Lexemes.Any(l => l.Of(Cat.Aux) == "be");
        if (roles.Count > 0 && people.Count == 0 && you && !leaf.Question)
        {
            if (sources.Speaker is not { } speaker || leaf.All(Cat.Not).Any() || roles.Any(r => !sources.Roles.TryGetValue(r, out var holder) || !holder.Equals(speaker, StringComparison.OrdinalIgnoreCase)))
                return new Fault(Why.Person, roles[0]);
            leaf.Verify();
        }

        // "The observer is the data owner": only where one person is both.
        if (roles.Count > 1 && people.Count == 0 && !leaf.Advice && leaf.Lexemes.Any(l => l.Of(Cat.Aux) == "be" || l.Is(Cat.Past)) && roles.Select(r => sources.Roles.GetValueOrDefault(r)).Distinct().Count() > 1)
            return new Fault(Why.Person, roles[0]);
        leaf.Use(Cat.Role);
        return null;
    }

    /// <summary>"Anna, the data owner", "data owner: Anna": said of one another, also within an instruction.</summary>
    private bool Adjacent()
    {
        for (var i = 0; i < leaf.Lexemes.Count; i++)
        {
            if (leaf.Lexemes[i].Form != Form.Person) continue;
            for (var j = Math.Max(0, i - 3); j <= Math.Min(leaf.Lexemes.Count - 1, i + 3); j++)
            {
                if (!leaf.Lexemes[j].Is(Cat.Role)) continue;
                var between = leaf.Lexemes.Skip(Math.Min(i, j) + 1).Take(Math.Abs(i - j) - 1);
                if (between.All(l => l.Form == Form.Stop || l.Of(Cat.Glue) == "the" || l.Text is "as" or "our" or "your" || l.Is(Cat.Aux | Cat.Past))) return true;
            }
        }

        return false;
    }

    private Fault? Times()
    {
        var times = leaf.All(Form.Time).ToList();
        if (times.Count == 0) return null;
        var marks = leaf.Values(Cat.Metric).Where(s_milestones.Contains).ToList();
        if (marks.Count == 0 && leaf.Topic.Metric is { } before && s_milestones.Contains(before)) marks.Add(before);
        foreach (var i in times)
        {
            var time = leaf.Lexemes[i].Time!;
            var holds = marks.Count switch
            {
                0 => Happened(time),
                1 => times.Count(t => leaf.Lexemes[t].Time!.Clock is not null) <= 1 && Marked(marks[0], time),
                _ => false,
            };
            if (!holds || leaf.All(Cat.Not).Any()) return new Fault(Why.Time, marks.FirstOrDefault());
        }

        leaf.Use(Form.Time);
        if (marks.Count == 1)
        {
            leaf.Topic = leaf.Topic with { Metric = marks[0] };
            leaf.Use(Cat.Metric);
        }

        leaf.Verify();
        return null;
    }

    private bool Marked(string mark, TimeSpoken time)
    {
        var layers = leaf.Lexemes.Where(l => l.Is(Cat.Layer)).Select(l => l.Of(Cat.Layer)).Distinct().ToList();
        var layer = layers.Count == 1 ? layers[0] : mark == "first_seen" ? leaf.Topic.Layer : null;
        var known = sources.Index.Figures.Of(mark).Where(f => f.Time is not null && (layer is null || f.Entity is null || f.Entity == layer)).ToList();
        if (mark == "first_seen" && known.Count > 1) known = [.. known.Where(f => f.Entity == (layer ?? sources.Report.Status.Layer))];
        if (known.Count > 0) return known.Exists(f => time.Fits(f.Time!.Value));
        return sources.Events.Any(e => e.Type == "milestone" && e.Text == mark && e.At is { } at && time.Fits(at));
    }

    /// <summary>Something of the kind named, by the person named, in the words quoted, stands in the log at that time.</summary>
    private bool Happened(TimeSpoken time)
    {
        var people = leaf.Lexemes.Where(l => l.Form == Form.Person).Select(l => l.Value).ToList();
        var kinds = leaf.Lexemes.Where(l => l.Is(Cat.Kind)).Select(l => l.Of(Cat.Kind)).ToList();
        var said = leaf.Lexemes.Any(l => l.Is(Cat.Say));
        var quotes = leaf.Sentence.Quoted;
        if (people.Count == 0 && kinds.Count == 0 && quotes.Count == 0) return false;
        return sources.Events.Any(e => e.At is { } at && time.Fits(at)
            && people.TrueForAll(p => p.Equals(e.Person, StringComparison.OrdinalIgnoreCase)) && kinds.TrueForAll(k => k == e.Type)
            && (!said || e.Text is not null) && quotes.All(q => e.Text is not null && Quotes.Holds(e.Text, q)));
    }

    private Fault? Sayings()
    {
        if (leaf.Lexemes.Any(l => l.Is(Cat.Say) && !l.Is(Cat.Talk)) && leaf.All(Cat.Say).Any(i => !leaf.Lexemes[i].Harmless))
        {
            // What somebody said is told in quotation marks or not at all.
            var attributed = leaf.Sentence.People.Count > 0 || leaf.Lexemes.Any(l => l.Is(Cat.You)) || leaf.Lexemes.Any(l => l.Of(Cat.Kind) == "inject" || l.Of(Cat.Phase) == "inject");
            if (attributed && leaf.Sentence.Quoted.Count > 0)
            {
                leaf.Use(Cat.Say);
                leaf.Use(Cat.Work);
            }
            else return new Fault(Why.Quote, leaf.Sentence.People is [var person, ..] ? person : null);
        }

        leaf.Use(Form.Person);
        leaf.Use(Cat.Kind);
        return null;
    }
}
