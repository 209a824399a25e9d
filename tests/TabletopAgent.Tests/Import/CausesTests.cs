namespace TabletopAgent.Tests.Import;

public sealed class CausesTests
{
    [Theory]
    [InlineData("The certificate of the directory had expired and was rotated by hand.", "credentials")]
    [InlineData("The load balancer sent requests to a subnet without a route.", "network")]
    [InlineData("Pods were killed: out of memory, no node had capacity left.", "capacity")]
    [InlineData("The new chart failed to start after the upgrade and was rolled back.", "change")]
    [InlineData("The database was locked and the queue grew a long backlog.", "data")]
    [InlineData("Prometheus was down and logs were missing from Kibana.", "monitoring")]
    [InlineData("The CDN served a stale copy until it was purged.", "cache")]
    [InlineData("A regression in the SDK broke the schema of the payload.", "software")]
    [InlineData("An attacker used leaked personal data.", "security")]
    [InlineData("Somebody forgot the coffee.", null)]
    public void A_report_names_its_cause(string summary, string? cause) =>
        Assert.Equal(cause, Document.Read($"# 2024-03-04\n\n## Summary\n\n{summary}\n\n## Timeline (UTC)\n\n- 10:00 Begin\n").Events.Select(e => e.Text("cause")).SingleOrDefault(c => c is not null));

    [Fact]
    public void What_is_planned_is_no_cause() =>
        Assert.DoesNotContain(Document.Read("# 2024-03-04\n\n## Summary\n\nSomebody forgot the coffee.\n\n## Actions\n\n- Rotate all certificates and keys\n\n## Timeline (UTC)\n\n- 10:00 Begin\n").Events, e => e.Text("cause") is not null);
}
