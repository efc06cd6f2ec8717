namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>The kind of work that is done for a customer, as the customer's name in the source says.</summary>
public enum ServiceLine
{
    /// <summary>Preventive maintenance.</summary>
    Preventive,

    /// <summary>Corrective maintenance.</summary>
    Corrective,

    /// <summary>Civil works.</summary>
    CivilWorks,

    /// <summary>Equipment shelters.</summary>
    Shelter,
}
