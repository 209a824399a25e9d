using TabletopAgent.Agent.Grounding;

namespace TabletopAgent.Agent;

/// <summary>Holds one answer against all that is known while it comes: tools that are called on the way add to what it may rest on.</summary>
internal sealed class ReplyCheck(Sitting sitting, Turn turn)
{
    private readonly Lazy<AudienceFilter> _audience = new(() => AudienceFilter.Of(sitting.Events, sitting.Cards()));
    private GroundedReply? _reply;
    private (int Events, int Results) _known;

    /// <returns>What may be shown of the block, with the code's own sentence where something was struck.</returns>
    public string Next(string block)
    {
        if (_reply is null || _known != (sitting.Events.Count, turn.Results.Count))
        {
            _known = (sitting.Events.Count, turn.Results.Count);
            _reply = new GroundedReply(Sources());
        }

        var shown = _reply.Next(block).Text;
        return turn.Speaker.Roles.Contains("facilitator") ? shown : _audience.Value.Of(shown).Text;
    }

    private GroundingSources Sources() => GroundingSources.Of(
        sitting.Report, sitting.Targets, sitting.Events, sitting.Knowledge, [.. turn.Before.SelectMany(e => e.Results), .. turn.Results],
        [.. turn.Before.Select(e => new SaidText(e.Speaker.Name, e.Words)), new SaidText(turn.Speaker.Name, turn.Words)], turn.Speaker.Name);
}
