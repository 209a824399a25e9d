using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>The sources, laid out for looking up.</summary>
internal sealed class SourceIndex
{
    private const int LongestPersonName = 4, LongestEntityName = 8;
    private const Cat Claims = Cat.Verdict | Cat.Quant | Cat.Not | Cat.Compare | Cat.Move | Cat.Word;

    /// <summary>Names of index colours that are verdicts too.</summary>
    private static readonly HashSet<string> s_colours = new("green red amber yellow ok up down stable live good".Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Lexeme> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _layers = Layers.All.ToDictionary(Lexicon.Key, l => l, StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pageLayers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _people = new(StringComparer.Ordinal);

    public SourceIndex(GroundingSources sources)
    {
        Sources = sources;
        Units = SourceUnits.Of(sources);
        Figures = new Figures(sources);
        foreach (var page in sources.Report.Diagnosis.Pages) Add(page.Id, page.Section, page.Title, page.Url);
        foreach (var (page, section) in sources.Report.Diagnosis.Steps.Select(s => (s.Page, s.Section)).Concat(sources.Report.Diagnosis.Actions.Select(a => (a.Page, a.Section)))) Add(page, section, null, null);
        foreach (var page in sources.Pages)
        {
            if (page.Layer is not null) _pageLayers[page.Id] = page.Layer;
            // A page that a tool showed may be named, with its sections.
            if (!sources.Tools.Any(t => Shows(t.Text, page.Id)) && !_pages.ContainsKey(page.Id)) continue;
            Add(page.Id, null, page.Title, null);
            foreach (var section in page.Sections) Add(page.Id, section.Id, null, null);
        }

        foreach (var name in sources.Names.Concat(sources.Report.Services.Select(s => s.Name)).Concat(sources.Report.Stores.Select(s => s.Store)).Concat(sources.Report.Checks.Select(c => c.Id))) Name(name, Form.Entity, LongestEntityName);
        foreach (var (role, person) in sources.Roles) Person(person, role);
        foreach (var person in sources.Said.Select(s => s.Person).Concat(sources.Events.Select(e => e.Person ?? "")).Append(sources.Speaker ?? "")) Person(person, null);
        foreach (var unit in Units.Where(u => u.Mood == Mood.Ask)) foreach (var word in unit.Words) Vocabulary.Add(Stems.Of(word));
    }

    public GroundingSources Sources { get; }
    public IReadOnlyList<SourceUnit> Units { get; }
    public Figures Figures { get; }
    public int LongestName { get; private set; } = 1;

    /// <summary>Stems of what would have to be known: a question may be made of them.</summary>
    public HashSet<string> Vocabulary { get; } = new(StringComparer.Ordinal);

    /// <summary>A page or section that may be named; null: the sources have none such.</summary>
    public string? Page(string id) => _pages.GetValueOrDefault(id);

    public bool Title(string title) => _titles.Contains(title);

    public Lexeme? Name(string key) => _names.GetValueOrDefault(key);

    public string? Layer(string key) => _layers.GetValueOrDefault(key);

    public string? Address(string url) => _addresses.Contains(url) ? url : Page(url);

    public string? LayerOf(string page) => _pageLayers.GetValueOrDefault(page.Split('#')[0]);

    /// <summary>The roles a person holds.</summary>
    public IReadOnlySet<string> RolesOf(string person) => _people.GetValueOrDefault(person) ?? [];

    private static bool Shows(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            var end = at + id.Length;
            if ((at == 0 || !Inner(text[at - 1])) && (end == text.Length || !Inner(text[end]))) return true;
        }

        return false;

        static bool Inner(char c) => char.IsLetterOrDigit(c) || c == '-';
    }

    private void Add(string page, string? section, string? title, string? url)
    {
        _pages[page] = page;
        if (section is not null) _pages[section] = section;
        if (url is not null) _addresses.Add(url);
        if (title is not null) _titles.Add(title);
        if (title is not null && title.Contains(' ', StringComparison.Ordinal)) Phrase(Lexicon.Key(title), new Lexeme(Form.Page, title, []) { Value = page });
    }

    private void Person(string person, string? role)
    {
        if (person.Length == 0) return;
        if (!_people.TryGetValue(person, out var roles)) _people[person] = roles = new(StringComparer.Ordinal);
        if (role is not null) roles.Add(role);
        Name(person, Form.Person, LongestPersonName);
    }

    /// <summary>A name that says something by itself ("all green") is none: whoever is called so is not named in replies.</summary>
    private void Name(string name, Form form, int most)
    {
        var key = Lexicon.Key(Cleaned.Folded(Cleaned.Of(name)));
        var words = key.Split(' ');
        if (key.Length == 0 || words.Length > most) return;
        var claims = words.Length > 1 && form == Form.Entity ? Claims : Claims | Cat.Glue | Cat.Modal | Cat.Aux | Cat.If;
        if (words.Any(w => s_colours.Contains(w) && words.Length == 1 || NumberWords.Read([w], 0).Words > 0 || Lexicon.English.Find(w) is { } senses && senses.Any(s => (s.Cat & claims) != 0))) return;
        Phrase(key, new Lexeme(form, name, []) { Value = name });
    }

    private void Phrase(string key, Lexeme lexeme)
    {
        _names.TryAdd(key, lexeme);
        LongestName = Math.Max(LongestName, key.Split(' ').Length);
    }
}
