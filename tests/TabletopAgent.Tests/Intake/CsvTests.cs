using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2", ',', "a|b/1|2")]
    [InlineData("a;b\n1,5;2", ';', "a|b/1,5|2")]
    [InlineData("a\tb\n1\t2\n", '\t', "a|b/1|2")]
    [InlineData("sep=;\na;b\n1;2", ';', "a|b/1|2")]
    [InlineData("a,b\n\"x, y\",\"say \"\"no\"\"\"", ',', "a|b/x, y|say \"no\"")]
    [InlineData("a,b\n\n\n1,\n", ',', "a|b/1|")]
    [InlineData("a,b\n\"x\"y,z", ',', "a|b/xy|z")]
    public void Rows_are_read_as_spreadsheets_write_them(string text, char delimiter, string rows)
    {
        var (found, read) = Csv.Read(text, "p.csv", 1, []);
        Assert.Equal((delimiter, rows), (found, string.Join('/', read.Select(r => string.Join('|', r.Cells)))));
    }

    [Fact]
    public void A_row_stands_on_its_first_line_even_after_quoted_line_breaks()
    {
        var rows = Csv.Read("a,b\n\"one\ntwo\",x\n3,4", "p.csv", 1, []).Rows;
        Assert.Equal([1, 2, 4], rows.Select(r => r.Line));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_note()
    {
        var notes = new List<Note>();
        var rows = Csv.Read("a,b\n\"one,2\n3,4", "p.csv", 1, notes).Rows;
        Assert.Equal("one,2\n3,4", rows[1].Cells[0]);
        Assert.Equal("p.csv:2", Assert.Single(notes, n => n.Code == "TT307").Place.ToString());
    }
}
