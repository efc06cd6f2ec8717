namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Why the server closed a socket: numbers of RFC 6455 and of the graphql-transport-ws protocol.</summary>
internal enum CloseCode
{
    Normal = 1000,
    GoingAway = 1001,
    UnsupportedData = 1003,
    MessageTooBig = 1009,
    InternalError = 1011,
    TryAgainLater = 1013,
    BadRequest = 4400,
    Unauthorized = 4401,
    Forbidden = 4403,
    SubprotocolNotAcceptable = 4406,
    InitializationTimeout = 4408,
    SubscriberAlreadyExists = 4409,
    TooManyInitializations = 4429,
}
