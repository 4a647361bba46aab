namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>A row of the read model: what lists show. It is written in the transaction of the entries it is drawn from, and replaced as a whole.</summary>
[GenerateSerializer, Alias("row")]
public abstract record ReadRow;

/// <summary>Names the table of a row and the members that make its key.</summary>
/// <param name="table">The table, in snake_case. Its columns are the members of the row in snake_case.</param>
/// <param name="key">The members of the key.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReadTableAttribute(string table, params string[] key) : Attribute
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>The members of the key.</summary>
    public IReadOnlyList<string> Key { get; } = key;
}
