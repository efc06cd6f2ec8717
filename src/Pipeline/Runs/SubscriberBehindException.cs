namespace NovaCorrente.Pipeline.Runs;

/// <summary>A subscriber was ended because it read too slowly; it should look at the present state and subscribe again.</summary>
public sealed class SubscriberBehindException(int capacity)
    : InvalidOperationException($"The subscriber fell more than {capacity} announcements behind and was ended.");
