namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>What a site is, read from the shape of its code.</summary>
public enum SiteKind
{
    /// <summary>A telecom tower or its ground: a client code with digits.</summary>
    Tower,

    /// <summary>An energy substation or a repeater station.</summary>
    Substation,

    /// <summary>An office.</summary>
    Office,

    /// <summary>A warehouse.</summary>
    Warehouse,

    /// <summary>A regional management or a whole region, not one place.</summary>
    Regional,

    /// <summary>A person, crew or contractor that received the material instead of a place; its name is personal data.</summary>
    PersonOrContractor,

    /// <summary>The source does not say.</summary>
    Unknown,
}
