using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class Utf8TableTests
{
    [Fact]
    public void Every_name_of_every_type_is_found_and_no_other()
    {
        foreach (var (type, fields) in EventCatalog.Types)
        {
            var names = TypeNames.All.Find(Encoding.UTF8.GetBytes(type))!;
            Assert.Equal(type, names.Type);
            Assert.All(fields, f => Assert.Same(f, names.Fields.Find(Encoding.UTF8.GetBytes(f.Name))!.Field));
            Assert.All(fields, f => Assert.Null(names.Fields.Find(Encoding.UTF8.GetBytes(f.Name + "x"))));
            Assert.Null(names.Fields.Find(""u8));
        }
    }

    [Fact]
    public void The_names_of_a_type_fit_a_word_of_64_bits() => Assert.All(EventCatalog.Types.Values, fields => Assert.InRange(fields.Length, 1, 64));
}
