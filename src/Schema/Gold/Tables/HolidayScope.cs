namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Where and by what right a holiday is kept.</summary>
public enum HolidayScope
{
    /// <summary>A holiday of Brazil by law.</summary>
    National,

    /// <summary>A holiday of the state of Bahia by law.</summary>
    Bahia,

    /// <summary>No holiday by law, but banks, offices and suppliers are closed: Carnival Monday and Tuesday, and Corpus Christi.</summary>
    Customary,
}
