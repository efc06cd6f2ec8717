using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Requests;

/// <summary>How much one request may ask for; configuration section <c>GraphQL</c>.</summary>
public sealed class ExecutionLimits
{
    /// <summary>Time that one operation may take; a subscription only has to start within it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Depth of nested selections, fragments followed, introspection not counted.</summary>
    [Range(1, 100)]
    public int MaxExecutionDepth { get; set; } = 20;

    /// <summary>How often one field may stand on a path of nested selections.</summary>
    [Range(1, 100)]
    public int MaxFieldCycleDepth { get; set; } = 3;

    /// <summary>Fields at the root of one operation; each may be a statement.</summary>
    [Range(1, 10_000)]
    public int MaxRootFields { get; set; } = 50;

    /// <summary>
    /// Characters of one document; variables do not count. The time that the parser takes to report a syntax error grows with the square of
    /// this: at 50,000 characters it is most of a second.
    /// </summary>
    [Range(1_000, 1_000_000)]
    public int MaxDocumentCharacters { get; set; } = 50_000;

    /// <summary>Fields written in one document.</summary>
    [Range(1, 100_000)]
    public int MaxFields { get; set; } = 2048;

    /// <summary>Fields written under another name in one document.</summary>
    [Range(0, 100_000)]
    public int MaxAliases { get; set; } = 500;

    /// <summary>Names, numbers, strings and marks of one document.</summary>
    [Range(10, 1_000_000)]
    public int MaxTokens { get; set; } = 15_000;

    /// <summary>Fragments defined in one document.</summary>
    [Range(0, 1_000)]
    public int MaxFragments { get; set; } = 200;

    /// <summary>Directives at one place of a document.</summary>
    [Range(0, 100)]
    public int MaxDirectivesPerLocation { get; set; } = 4;

    /// <summary>Validation errors that one answer lists.</summary>
    [Range(1, 1_000)]
    public int MaxValidationErrors { get; set; } = 5;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked; only in Development unless set. The SDL has a switch of its own.</summary>
    public bool AllowIntrospection { get; set; }

    /// <summary>Whether a request with the header <c>GraphQL-Explain: 1</c> is told its SQL and times; on in Development unless set.</summary>
    public bool AllowExplain { get; set; }

    /// <summary>Whether unexpected exceptions are shown to clients; never in production.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Documents kept parsed and validated.</summary>
    [Range(0, 1_000_000)]
    public int DocumentCacheSize { get; set; } = 1_000;

    /// <summary>Characters of document text that the cache keeps at most; a parsed document takes about ten times that.</summary>
    [Range(0, 1_000_000_000)]
    public long DocumentCacheCharacters { get; set; } = 4_000_000;
}
