using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Tests.GraphTypes;

/// <summary>Values of CLR objects on their way out.</summary>
public sealed class ScalarOutputTests
{
    private readonly NovaCorrente.Schema.GraphTypes.GoldSchema _schema = EveryKind.Schema();

    [Fact]
    public void A_point_in_time_is_written_in_utc_with_milliseconds()
    {
        var scalar = Scalar(GoldScalar.DateTime);

        Assert.Equal("2024-02-29T13:05:06.007Z", scalar.Serialize(new DateTimeOffset(2024, 2, 29, 10, 5, 6, 7, TimeSpan.FromHours(-3))));
        Assert.Equal("2024-02-29T10:05:06.000Z", scalar.Serialize(new DateTime(2024, 2, 29, 10, 5, 6, DateTimeKind.Unspecified)));
        Assert.ThrowsAny<Exception>(() => scalar.Serialize(new DateTime(2024, 2, 29, 10, 5, 6, DateTimeKind.Local)));
    }

    [Fact]
    public void A_date_is_written_without_time() => Assert.Equal("0099-01-02", Scalar(GoldScalar.Date).Serialize(new DateOnly(99, 1, 2)));

    [Fact]
    public void An_enum_member_is_written_as_it_is_stored() =>
        Assert.Equal("LIGHT_YELLOW", _schema.Types.Enum(typeof(EveryKind.Colour)).Serialize(EveryKind.Colour.LightYellow));

    private ScalarGraphType Scalar(GoldScalar scalar) => (ScalarGraphType)_schema.Types.Scalar(scalar);
}
