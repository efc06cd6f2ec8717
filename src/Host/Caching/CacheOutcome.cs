namespace NovaCorrente.Host.Caching;

/// <summary>What the cache had to do with an answer.</summary>
/// <param name="Ticket">Its place in the cache.</param>
/// <param name="Body">The answer as JSON, when it was kept; null when it has just been made, or when the client has it already.</param>
/// <param name="IsKnownToClient">Whether the client has this very answer, so that there is no need to send it.</param>
internal sealed record CacheOutcome(CacheTicket Ticket, ReadOnlyMemory<byte>? Body = null, bool IsKnownToClient = false)
{
    /// <summary>Whether the answer did not have to be made.</summary>
    public bool IsHit => Body is not null || IsKnownToClient;
}
