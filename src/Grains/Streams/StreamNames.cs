namespace Enforcement.Grains.Streams;

/// <summary>The names of the streams in the ledger: the kind of aggregate, a slash, its key.</summary>
public static class StreamNames
{
    /// <summary>The stream of a case.</summary>
    public static string Case(string id) => $"case/{id}";

    /// <summary>The stream of a recording.</summary>
    public static string Recording(string id) => $"recording/{id}";

    /// <summary>The stream of an officer.</summary>
    public static string Officer(string id) => $"officer/{id}";

    /// <summary>The stream of a recorder.</summary>
    public static string Recorder(string id) => $"recorder/{id}";

    /// <summary>The stream of a bureau.</summary>
    public static string Bureau(string id) => $"bureau/{id}";

    /// <summary>The kind and the key of a stream.</summary>
    public static (string Kind, string Key) Split(string stream) =>
        stream.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? (stream[..at], stream[(at + 1)..]) : (stream, string.Empty);
}
