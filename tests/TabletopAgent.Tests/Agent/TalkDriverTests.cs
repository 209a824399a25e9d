namespace TabletopAgent.Tests.Agent;

public sealed class TalkDriverTests
{
    [Fact]
    public async Task A_thought_is_logged_only_after_a_yes()
    {
        await using var room = new Room(null, asked: false);
        Assert.Contains("Shall I log that? \"yes\" writes /decide roll back the deploy", (await room.SayAsync("lets roll back the deploy")).Answer);
        Assert.Empty(room.Written);
        await room.SayAsync("yes");
        Assert.Equal("roll back the deploy", Assert.Single(room.Written).Text("text"));
        Assert.Contains("Nothing waits", (await room.SayAsync("yes")).Answer);
        Assert.Single(room.Written);
    }

    [Fact]
    public async Task A_no_or_anything_else_drops_it()
    {
        await using var room = new Room(null, asked: false);
        await room.SayAsync("lets roll back the deploy");
        Assert.Equal("Nothing was logged.\n", (await room.SayAsync("no")).Answer);
        await room.SayAsync("lets roll back the deploy");
        await room.SayAsync("status");
        await room.SayAsync("yes");
        Assert.Empty(room.Written);
    }

    [Fact]
    public async Task Roles_are_given_taken_and_asked_for()
    {
        await using var room = new Room(null, asked: false);
        Assert.Contains("holds no role yet", (await room.SayAsync("decision: wait", "eve")).Answer);
        Assert.Empty(room.Written);
        await room.SayAsync("eve is data owner");
        Assert.Contains("data-owner          eve", (await room.SayAsync("who is data owner?")).Answer);
        await room.SayAsync("checkout returns 500 on 9% of requests", "eve");
        Assert.Equal(["role", "symptom"], room.Written.Select(e => e.Type));
        Assert.Equal("data-owner", room.Written[1].Text("role"));
    }

    [Fact]
    public async Task Secrets_are_kept_out_of_what_is_written()
    {
        await using var room = new Room(null, asked: false);
        await room.SayAsync("/decide rotate password: Tr0ub4dor&3 now");
        Assert.DoesNotContain("Tr0ub4dor", Assert.Single(room.Written).Text("text"));
    }

    [Fact]
    public async Task What_is_not_understood_is_kept_only_on_request()
    {
        await using var room = new Room(null, asked: false);
        Assert.Contains("I do not understand that. Nearest: ", (await room.SayAsync("qwertz banana")).Answer);
        Assert.Empty(room.Written);
    }
}
