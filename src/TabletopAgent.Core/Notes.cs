using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>All messages about input, in one file: what is wrong, and what to write instead.</summary>
internal static partial class Notes
{
    // 0xx: files and text
    public static Note NotUtf8(Place at) => new("TT001", Warning,
        "bytes here are not UTF-8; they were read as U+FFFD. Save the file as UTF-8.", at);
    public static Note CannotRead(Place at, string why) => new("TT002", Error, $"cannot be read: {why}.", at);
    public static Note IsDirectory(Place at) => new("TT003", Error, "is a directory; name a file in it.", at);
    public static Note TooLarge(Place at, long megabytes) => new("TT004", Warning,
        $"is larger than {megabytes} MB; only the first {megabytes} MB were read. Give the part that matters, or an event log (.jsonl), which has no cap.", at);
    public static Note WentSilent(Place at, double seconds) => new("TT005", Warning,
        Invariant($"sent nothing for {seconds:0} s and was left; what had come was read. Close the other end, or give a file."), at);
    public static Note Empty(Place at) => new("TT006", Warning, "holds no text.", at);
    public static Note UnknownForm(Place at) => new("TT007", Error,
        "is none of the forms read here: a brief (text, Markdown or JSON), an event log (.jsonl) or probes (.json, .jsonl, .csv).", at);

    public static Note NullBytes(Place at) => new("TT008", Warning,
        "holds NUL bytes, so it may be no text at all; they were read as U+FFFD. Save the file as UTF-8 text.", at);
    public static Note CutInside(Place at, int characters) => new("TT009", Error,
        Invariant($"is longer than {characters:N0} characters and was left out. Write one event a line."), at);

    public static Note NotText(Place at) => new("TT010", Error,
        "is no text that can be read here: much of it is neither UTF-8 nor marked as UTF-16. Unpack it, or save it as UTF-8 text.", at);
    public static Note Damaged(Place at, string why) => new("TT011", Error, $"breaks off: {why}. What came before was read; get the file again.", at);

    // 1xx: JSON, events
    public static Note TornJson(Place at, string why) => new("TT101", Error, $"is not JSON: {why}. The line was left out; the rest is read.", at);
    public static Note NotAnObject(Place at) => new("TT102", Error, "is JSON but not an object { … }. The line was left out.", at);
    public static Note UnknownType(Place at, string type, string? near) => new("TT103", Warning,
        $"event type \"{Cut(type)}\" is not known{Near(near)}. It was kept as a note.", at);
    public static Note MissingType(Place at) => new("TT104", Error, "has no \"type\". Add one, such as \"symptom\". The line was left out.", at);
    public static Note NearField(Place at, string field, string near) => new("TT105", Warning,
        $"field \"{Cut(field)}\" is not known; did you mean \"{near}\"? It was kept but is not used.", at);
    public static Note WrongKind(Place at, string field, string want, string got) => new("TT106", Warning,
        $"\"{Cut(field)}\" should be {want}, not {got}. It was left out.", at);
    public static Note MissingField(Place at, string type, string field) => new("TT107", Warning, $"a {type} needs \"{field}\".", at);
    public static Note BadWord(Place at, string field, string got, IEnumerable<string> allowed) => new("TT108", Warning,
        $"\"{field}\" is \"{Cut(got)}\"; write one of: {string.Join(", ", allowed)}.", at);
    public static Note BadTime(Place at, string field, string got) => new("TT109", Warning,
        $"\"{field}\" is \"{Cut(got)}\"; write RFC 3339 with an offset, such as 2026-05-04T14:10:00Z. The time was left out.", at);
    public static Note NotChained(Place at) => new("TT110", Info, "has no seq and prev: the log is not chained, so edits cannot be seen.", at);

    public static Note TornTail(Place at) => new("TT111", Warning,
        "the last line breaks off in the middle, as when a program is stopped while writing. It was left out; all before it is read.", at);
    public static Note SeqRepeated(Place at, long seq, long last) => new("TT112", Warning,
        $"seq {seq} comes after seq {last}: a line is there twice or out of order. It was kept; run verify on the log.", at);
    public static Note SeqGap(Place at, long seq, long last) => new("TT113", Warning,
        $"seq {seq} comes after seq {last}: lines between them are missing. Run verify on the log.", at);
    public static Note NoExercise(Place at) => new("TT114", Warning,
        "does not start with an exercise line, so tier, stores and topology are unknown. Start with {\"type\":\"exercise\",\"v\":1,\"tier\":\"S\"}.", at);
    public static Note Repeated(Place at, string code, int more) => new("TT115", Info, Invariant($"{code} was found {more:N0} more time(s) here; they are not listed."), at);
    public static Note TornDocument(Place at, string why, int read) => new("TT116", Error,
        $"is not JSON from here on: {why}. {read} item(s) before it were read; mend the file for the rest.", at);

    // 2xx: measures and probes
    public static Note OutOfRange(Place at, string field, double value, string range) => new("TT201", Warning,
        Invariant($"\"{Cut(field)}\" is {value:0.####}, outside {range}. It counts as unmeasured; write the value as a share, not per cent."), at);
    public static Note NotANumber(Place at, string field, string got) => new("TT202", Warning,
        $"\"{field}\" is \"{Cut(got)}\", which is no number. It counts as unmeasured.", at);
    public static Note UnknownLambda(Place at, string got) => new("TT203", Warning,
        $"λ_state \"{Cut(got)}\" is not known; write → (convergent), ← (divergent), <> (recursive) or × (chaotic).", at);
    public static Note FewRuns(Place at, string probe, int runs, int paraphrases, int seeds) => new("TT204", Warning,
        $"probe {Cut(probe)} has {runs} run(s) over {paraphrases} paraphrase(s) and {seeds} seed(s); λ needs 3 paraphrases with 2 seeds each. Its λ is insufficient, not convergent.", at);
    public static Note GoldSetSize(Place at, int n) => new("TT205", Warning, n < 50
        ? $"{n} probes; a gold set has 50 to 200. {(n < 10 ? "Fewer than 10 can fail but not pass." : "Read the medians as a small sample.")}"
        : $"{n} probes; a gold set has 50 to 200. More cost time and hide weak sections; all were used.", at);
    public static Note MixedModels(Place at, IEnumerable<string> models) => new("TT206", Warning,
        $"embedding models are mixed ({string.Join(", ", models.Select(Cut))}); ΔS of different models never meet in one median. Record the probes again with one model.", at);
    public static Note NoProbes(Place at) => new("TT207", Info, "no probes: ΔS, coverage and λ are unmeasured. Give --probes FILE.", at);
    public static Note DuplicateProbes(Place at, IReadOnlyList<string> probes, int count) => new("TT208", Warning,
        $"{count} probe(s) are there again in the same phase ({string.Join(", ", probes.Select(Cut))}{(count > probes.Count ? ", …" : "")}); the last one counts.", at);
    public static Note BadVector(Place at, string field, string why) => new("TT209", Warning, $"\"{field}\" {why}. ΔS of this run is unmeasured.", at);
    public static Note MissingProbeId(Place at) => new("TT210", Warning,
        "a probe without \"probe_id\" cannot be matched before and after; it is named by its line.", at);
    public static Note MixedKinds(Place at, int computed, int reported) => new("TT211", Warning,
        $"ΔS of {computed} probe(s) is computed and of {reported} only reported; the reported ones are left out of the median. Record their vectors.", at);
    public static Note AmbiguousLambda(Place at, string probe) => new("TT212", Warning,
        $"probe {Cut(probe)} only reports λ <>, which is written for stable and for recursive probes alike; its λ is unmeasured. Record its runs.", at);
    public static Note EmptyRetrieval(Place at, string probe, int runs) => new("TT213", Warning,
        $"probe {Cut(probe)} retrieved nothing in {runs} run(s); ΔS counts as 1.0 there and is unreliable.", at);

    // 3xx: topology, index, brief
    public static Note Unparsed(Place at, string what, string part) => new("TT301", Info,
        $"{what}: \"{Cut(part)}\" was kept but not understood. {Grammar(what)}", at);
    public static Note ConflictingIndex(Place at, string field, string first, string second) => new("TT302", Warning,
        $"{field} is given as \"{Cut(first)}\" and as \"{Cut(second)}\"; the last one counts.", at);
    public static Note UnknownKey(Place at, string key, string? near) => new("TT303", Info,
        $"\"{Cut(key)}\" is no part of a brief{Near(near)}. It was kept as a symptom.", at);
    public static Note NothingUsable(Place at) => new("TT304", Error,
        "nothing here can be judged. Give a symptom (--symptom \"writes return 500 in region A\"), probes (--probes FILE) or a brief.", at);

    public static Note PromptWords(Place at) => new("TT305", Info,
        "the exercise driver's own prompt stands here; only what is filled in was read.", at);
    public static Note ConflictingTopology(Place at, string first, string second) => new("TT306", Warning,
        $"topology is given as \"{Cut(first)}\" and as \"{Cut(second)}\"; the last one counts.", at);
    public static Note UnclosedQuote(Place at) => new("TT307", Warning,
        "a quote opens here and is never closed; the cell runs to the end of the file. Close it, or double a quote inside a cell.", at);
    public static Note RaggedRow(Place at, int cells, int columns) => new("TT308", Warning,
        $"has {cells} cells under {columns} columns; cells without a column were kept under \"extra\". Quote cells that hold the delimiter.", at);
    public static Note NoProbeColumns(Place at) => new("TT309", Error,
        "no column is one of a probe. Name the columns in the first line: probe_id,question,expected_section,ΔS_q_r,coverage,λ_state.", at);

    public static Note TooManySymptoms(Place at, int most) => new("TT310", Warning, Invariant(
        $"from here on nothing was read: {most:N0} symptoms stand before it. Give the lines that matter, or an event log (.jsonl)."), at);
    public static Note LongSymptom(Place at, int most) => new("TT311", Warning, Invariant(
        $"is longer than {most:N0} characters; only its beginning is judged. Write one symptom a line."), at);

    // 4xx: knowledge
    public static Note BadFrontMatter(Place at, string why) => new("TT401", Error, $"front matter: {why}", at);
    public static Note DeadLink(Place at, string target) => new("TT402", Warning, $"link to \"{target}\" leads nowhere.", at);
    public static Note LinkResolvedBy(Place at, string target, string how, string page) => new("TT403", Info,
        $"link to \"{target}\" was resolved by {how} to {page}.", at);
    public const string LeftOut = "left out: ";
    public static Note DroppedBlock(Place at, string what) => new("TT404", Info, $"{LeftOut}{what}.", at);
    public static Note RepairedFence(Place at) => new("TT405", Warning,
        "a code fence is never closed; it was closed before the next heading, or at the end. Close it in the page.", at);
    public static Note MovedFence(Place at) => new("TT430", Warning,
        "a code fence in a list item ends further left than it begins; its end was moved in. Indent both alike.", at);
    public static Note MissingSection(Place at, string section) => new("TT406", Error, $"section \"{section}\" is missing or out of order.", at);
    public static Note UnknownLayer(Place at, string layer, string? near) => new("TT407", Error, $"layer \"{layer}\" is not one of the twelve{Near(near)}.", at);
    public static Note UnknownPage(Place at, string page) => new("TT408", Error, $"page \"{page}\" does not exist.", at);
    public static Note Incomplete(Place at, string what) => new("TT409", Error, what, at);
    public static Note AgainstTargets(Place at, string predicate, string allowed) => new("TT410", Error,
        $"`{predicate}` does not agree with the targets; use {allowed}.", at);
    public static Note BadPredicate(Place at, string text, string why) => new("TT411", Error, $"`{text}` is no predicate: {why}.", at);
    public static Note UpstreamUnknown(Place at, string path) => new("TT412", Error,
        $"upstream path \"{path}\" is not in knowledge/upstream-paths.txt. If upstream only promises it, list it under stands_for_missing.", at);
    public static Note ClaimedTwice(Place at, string path, string other) => new("TT413", Error, $"upstream path \"{path}\" is also claimed by {other}.", at);
    public static Note SamePageTwice(Place at, string id, string other) => new("TT415", Error,
        $"page id \"{id}\" is already taken by {other}; this file was left out.", at);
    public static Note NoKnowledge(Place at) => new("TT414", Error, "holds no page that can be read.", at);

    public static Note FewLines(Place at, string what, int have, int need) => new("TT416", Error, $"{what}: {have}; at least {need} are needed.", at);
    public static Note BadLookAlike(Place at) => new("TT417", Error, "is no look-alike; write \"words people say\" -> layer, page or none: why it is not this page.", at);
    public static Note LayerOfPage(Place at, string page, string itsLayer, string layer) => new("TT418", Error,
        $"page \"{page}\" is of layer {itsLayer}, not {layer}.", at);
    public static Note SaidTwice(Place at, Place other) => new("TT419", Error, $"is the same line as {other}. Write it in other words, or leave it out.", at);
    public static Note ModeUncovered(Place at, int mode) => new("TT420", Error, $"no page has mode {mode} in its front matter.", at);
    public static Note UnknownFact(Place at, string predicate, string fact, string? near) => new("TT421", Error,
        $"`{predicate}`: \"{fact}\" is neither a fact of knowledge/README.md nor a field of an event{Near(near)}.", at);
    public static Note WordOfFact(Place at, string predicate, string fact, string allowed) => new("TT422", Error, $"`{predicate}`: \"{fact}\" is compared with {allowed}.", at);
    public static Note NoBackticks(Place at, string text) => new("TT423", Error, $"\"{text}\" is a predicate; put it in backticks, so that it is checked.", at);
    public static Note ExtraSection(Place at, string section) => new("TT424", Warning, $"section \"{section}\" is none of the nine; nothing reads it.", at);
    public static Note OwnTextDropped(Place at) => new("TT425", Warning,
        "reads like text addressed to a model, so it never enters the index. Say it as something seen, not as an order.", at);
    public static Note LambdaSpelling(Place at, string spelled) => new("TT426", Info, $"λ is spelled \"{spelled}\"; it is read as λ_state.", at);
    public static Note LambdaAmbiguous(Place at) => new("TT427", Info, "λ is \"<>\", which upstream uses both for a recursive answer and for a steady series; it is never read as passed.", at);
    public static Note OtherBar(Place at, string text, string bars) => new("TT428", Info, $"\"{text}\" is another bar than the targets {bars}; it is not applied.", at);
    public static Note UnknownName(Place at, string what, string name, string? near) => new("TT429", Error, $"{what} \"{name}\" does not exist{Near(near)}.", at);

    // 5xx: settings
    public static Note BadSettings(Place at) => new("TT501", Warning, "is not JSON; the settings that ship with the program are used.", at);
    public static Note UnknownTarget(Place at, string name, string? near) => new("TT502", Warning, $"target \"{name}\" is not known{Near(near)}. It is not used.", at);
    public static Note BadTarget(Place at, string name, string value, double kept) => new("TT503", Warning,
        Invariant($"target \"{name}\" is \"{Cut(value)}\"; write a number of 0 or more. {kept:0.####} stays."), at);

    private static string Near(string? near) => near is null ? "" : $" (did you mean \"{near}\"?)";

    /// <summary>A note quotes enough to find the thing, not all of it.</summary>
    private static string Cut(string quoted)
    {
        const int longest = 80;
        if (quoted.Length <= longest) return quoted;
        return quoted[..(char.IsHighSurrogate(quoted[longest - 1]) ? longest - 1 : longest)] + "…";
    }

    private static string Grammar(string what) => what switch
    {
        "topology" => "Write region:A(active,write),B(passive,read).",
        "probes" => "Write one probe a line: p-01 ΔS 0.61, coverage 0.55, λ →.",
        _ => "Write docs-v3-green metric=cosine analyzer=icu hash=….",
    };
}
