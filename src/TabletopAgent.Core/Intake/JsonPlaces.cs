using System.Text;
using System.Text.Json;

namespace TabletopAgent.Intake;

/// <summary>The lines on which the values of a JSON document stand, two levels deep: the parser itself forgets them.</summary>
internal sealed class JsonPlaces
{
    public static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly List<int> _outer = [];
    private readonly List<List<int>> _inner = [];

    /// <param name="firstLine">The line of the file on which the document begins.</param>
    public JsonPlaces(string json, int firstLine)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var (line, at) = (firstLine, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth > 2 || reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(at, start - at).Count((byte)'\n');
            at = start;
            if (reader.CurrentDepth == 0) First = line;
            if (reader.CurrentDepth == 1)
            {
                _outer.Add(line);
                _inner.Add([]);
            }
            else if (reader.CurrentDepth == 2) _inner[^1].Add(line);
        }
    }

    /// <summary>The line on which the document itself begins.</summary>
    public int First { get; }

    public int this[int outer] => _outer[outer];

    public int this[int outer, int inner] => _inner[outer][inner];
}
