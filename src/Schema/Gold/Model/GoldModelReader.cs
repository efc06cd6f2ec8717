using System.Reflection;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>Reads records into a <see cref="GoldModel"/> and refuses declarations that do not hold together.</summary>
internal static class GoldModelReader
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static GoldModel Read(IEnumerable<Type> records)
    {
        var types = records.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var documentation = types.Select(t => t.Assembly).Distinct().ToDictionary(a => a, XmlDocumentation.Of);
        var tables = types.ToDictionary(
            t => t,
            t => new GoldTable(t, t.GetCustomAttribute<GoldTableAttribute>()!, documentation[t.Assembly].Summary(t)));

        // Columns first, then to-one, then to-many: each refers to what the step before has made.
        var columns = tables.ToDictionary(t => t.Key, t => Columns(t.Key, documentation[t.Key.Assembly]));
        foreach (var (type, table) in tables)
        {
            table.Complete([.. columns[type].Values], []);
        }

        var toOne = tables.ToDictionary(t => t.Key, t => ToOne(t.Key, columns[t.Key], tables, documentation[t.Key.Assembly]));
        foreach (var (type, table) in tables)
        {
            var toMany = ToMany(type, toOne, tables, documentation[type.Assembly]);
            var members = Properties(type).Select(p =>
                (GoldMember?)columns[type].GetValueOrDefault(p.Name) ?? (GoldMember?)toOne[type].GetValueOrDefault(p.Name) ?? toMany[p.Name]);
            table.Complete([.. members], type.GetCustomAttribute<GoldTableAttribute>()!.Layout);
            if (table.Key.Count == 0)
            {
                throw new InvalidOperationException($"{table.Name} declares no key; paging needs one.");
            }
        }

        var enums = columns.Values.SelectMany(c => c.Values).Select(c => c.Type.EnumType).OfType<Type>().Distinct()
            .OrderBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => Enum(e, documentation.GetValueOrDefault(e.Assembly) ?? XmlDocumentation.Of(e.Assembly)));
        return new GoldModel([.. tables.Values], [.. enums]);
    }

    private static PropertyInfo[] Properties(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken)];

    private static Dictionary<string, GoldColumn> Columns(Type record, XmlDocumentation documentation) => Properties(record)
        .Where(p => !p.IsDefined(typeof(RelationAttribute)) && !p.IsDefined(typeof(InverseOfAttribute)))
        .Select(p => new GoldColumn(
            p.Name,
            Describe(p, documentation),
            TypeOf(p),
            p.IsDefined(typeof(KeyAttribute)),
            p.GetCustomAttribute<UnitAttribute>()?.Unit,
            p.GetCustomAttribute<FormulaAttribute>()?.Formula,
            p.GetCustomAttribute<RangeAttribute>(),
            p.GetCustomAttribute<PersonalDataAttribute>())
        {
            IsQuantity = p.IsDefined(typeof(QuantityAttribute)),
            RequiredRole = RoleOf(p),
        })
        .ToDictionary(c => c.PropertyName, StringComparer.Ordinal);

    private static Dictionary<string, ToOneRelation> ToOne(
        Type record, Dictionary<string, GoldColumn> columns, Dictionary<Type, GoldTable> tables, XmlDocumentation documentation) =>
        Properties(record)
            .Where(p => p.IsDefined(typeof(RelationAttribute)))
            .Select(p =>
            {
                var target = tables[p.PropertyType];
                var foreignKey = p.GetCustomAttribute<RelationAttribute>()!.ForeignKey.Select(n => columns[n]).ToList();
                if (!foreignKey.Select(c => c.Type.Scalar).SequenceEqual(target.Key.Select(c => c.Type.Scalar)))
                {
                    throw new InvalidOperationException($"{record.Name}.{p.Name} does not match the key of {target.Name}.");
                }

                var nullable = Nullability.Create(p).ReadState is NullabilityState.Nullable;
                return new ToOneRelation(p.Name, documentation.Summary(p), target, foreignKey, nullable);
            })
            .ToDictionary(r => r.PropertyName, StringComparer.Ordinal);

    private static Dictionary<string, ToManyRelation> ToMany(
        Type record, Dictionary<Type, Dictionary<string, ToOneRelation>> toOne, Dictionary<Type, GoldTable> tables, XmlDocumentation documentation) =>
        Properties(record)
            .Where(p => p.IsDefined(typeof(InverseOfAttribute)))
            .Select(p =>
            {
                var element = p.PropertyType.GetGenericArguments()[0];
                var inverse = toOne[element][p.GetCustomAttribute<InverseOfAttribute>()!.Relation];
                if (inverse.Target != tables[record])
                {
                    throw new InvalidOperationException($"{element.Name}.{inverse.PropertyName} does not lead back to {record.Name}.");
                }

                return new ToManyRelation(p.Name, documentation.Summary(p), tables[element], inverse);
            })
            .ToDictionary(r => r.PropertyName, StringComparer.Ordinal);

    private static string Describe(PropertyInfo property, XmlDocumentation documentation)
    {
        var text = documentation.Summary(property);
        if (property.GetCustomAttribute<UnitAttribute>() is { } unit)
        {
            text += $" Unit: {unit.Unit}.";
        }

        if (property.GetCustomAttribute<FormulaAttribute>() is { } formula)
        {
            text += $" Formula: {formula.Formula}.";
        }

        return FieldAccess.Described(text, RoleOf(property));
    }

    private static Role RoleOf(PropertyInfo property) => property.GetCustomAttribute<RequiresRoleAttribute>()?.Role ?? Role.Viewer;

    private static GoldType TypeOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        var nullable = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && Nullability.Create(property).ReadState is NullabilityState.Nullable);
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var element = isList ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;

        if (element.IsEnum)
        {
            return new GoldType(GoldScalar.Enum, isList, nullable, EnumType: element);
        }

        if (element == typeof(decimal))
        {
            var precision = property.GetCustomAttribute<PrecisionAttribute>()
                ?? throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} needs [Quantity], [Money] or [Rate].");
            return new GoldType(GoldScalar.Decimal, isList, nullable, precision.Precision, precision.Scale);
        }

        var scalar = element switch
        {
            _ when element == typeof(string) => GoldScalar.Text,
            _ when element == typeof(bool) => GoldScalar.Boolean,
            _ when element == typeof(int) => GoldScalar.Int,
            _ when element == typeof(long) => GoldScalar.Long,
            _ when element == typeof(double) => GoldScalar.Float,
            _ when element == typeof(DateOnly) => GoldScalar.Date,
            _ when element == typeof(DateTime) => GoldScalar.DateTime,
            _ => throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} has no gold type."),
        };
        return new GoldType(scalar, isList, nullable);
    }

    private static GoldEnum Enum(Type type, XmlDocumentation documentation) => new(
        type,
        documentation.Summary(type),
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => new GoldEnumValue(Naming.Upper(f.Name), documentation.Summary(f)))]);
}
