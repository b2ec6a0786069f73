using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// How new rows of one entity type are written without EF's update pipeline: its table, its columns and what stands in
/// them, all read from EF's model once, so that a feature's entities need nothing but their configuration.
/// </summary>
sealed class TableOfRows
{
    TableOfRows(IEntityType type, IReadOnlyList<Column> columns, Func<object, object?[]> read) =>
        (Name, Columns, Read) = (Quoted(type.GetSchema() is { } schema ? $"{schema}.{type.GetTableName()}" : type.GetTableName()!), columns, read);

    /// <summary>Quoted, as it stands in SQL.</summary>
    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>One row, its values @p0, @p1, …</summary>
    public string InsertOne => field ??= $"INSERT INTO {Name} ({ColumnNames}) VALUES ({string.Join(", ", Columns.Select((_, at) => $"@p{at}"))})";

    /// <summary>Any number of rows, each column an array: $1, $2, … PostgreSQL's own.</summary>
    public string InsertMany => field ??= $"INSERT INTO {Name} ({ColumnNames}) SELECT * FROM unnest({string.Join(", ", Columns.Select((_, at) => $"${at + 1}"))})";

    /// <summary>An entity's values as the database takes them, in the order of the columns.</summary>
    public Func<object, object?[]> Read { get; }

    /// <param name="Name">Quoted.</param>
    /// <param name="Type">The database's own.</param>
    /// <param name="Clr">What a value of it is, null or not.</param>
    internal sealed record Column(string Name, string Type, Type Clr, RelationalTypeMapping Mapping);

    /// <returns>Null where the database makes a value (a counted key), or where there is more to a row than plain columns: EF knows how.</returns>
    internal static TableOfRows? Of(IEntityType type)
    {
        var properties = type.GetProperties().ToList();
        if (type.GetForeignKeys().Any() || type.GetReferencingForeignKeys().Any() || type.GetComplexProperties().Any() || type.BaseType is not null
            || type.GetTableName() is null || !properties.TrueForAll(IsPlain))
            return null;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return new(type, [.. properties.Select(property => Describe(property, table))], Reading(type, properties));
    }

    // A Guid's value is made here, when the row joins the unit of work. A list in one column has no array of its own kind.
    static bool IsPlain(IProperty property) => property.PropertyInfo is not null && property.GetElementType() is null
        && (property.ValueGenerated is ValueGenerated.Never || (property.ClrType == typeof(Guid) && property.GetDefaultValueSql() is null));

    static Column Describe(IProperty property, StoreObjectIdentifier table)
    {
        var mapping = property.GetRelationalTypeMapping();
        var clr = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var isNullable = property.IsNullable && clr.IsValueType && Nullable.GetUnderlyingType(clr) is null;
        return new(Quoted(property.GetColumnName(table)!), mapping.StoreType, isNullable ? typeof(Nullable<>).MakeGenericType(clr) : clr, mapping);
    }

    static Func<object, object?[]> Reading(IEntityType type, List<IProperty> properties)
    {
        var entity = Expression.Parameter(typeof(object));
        var typed = Expression.Convert(entity, type.ClrType);
        var values = properties.Select(property => Value(Expression.Property(typed, property.PropertyInfo!), property.GetRelationalTypeMapping().Converter?.ConvertToProviderExpression));
        return Expression.Lambda<Func<object, object?[]>>(Expression.NewArrayInit(typeof(object), values), entity).Compile();
    }

    static Expression Value(Expression value, LambdaExpression? convert)
    {
        if (convert is null)
            return Expression.Convert(value, typeof(object));
        var parameter = convert.Parameters[0];
        var converted = Expression.Convert(ReplacingExpressionVisitor.Replace(parameter, Expression.Convert(value, parameter.Type), convert.Body), typeof(object));
        return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? converted
            : Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null), converted);
    }

    string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    static string Quoted(string name) => string.Join('.', name.Split('.').Select(part => $"\"{part}\""));
}
