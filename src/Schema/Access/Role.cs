namespace NovaCorrente.Schema.Access;

/// <summary>What a caller may do. Each role includes those before it.</summary>
public enum Role
{
    /// <summary>Reads the gold layer, with the names of natural persons masked.</summary>
    Viewer = 1,

    /// <summary>Also sees the names of natural persons, looks back in time and exports without a limit.</summary>
    Analyst,

    /// <summary>Also runs the pipeline and sees the insides of runs.</summary>
    Operator,

    /// <summary>Also does what cannot be taken back by another run.</summary>
    Admin,
}
