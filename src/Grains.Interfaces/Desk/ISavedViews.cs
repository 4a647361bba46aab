using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Desk;

/// <summary>A view [常用查询] that a person keeps: a name for a set of filters.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name.</param>
/// <param name="Query">The query string of the list, without the question mark.</param>
/// <param name="Default">Whether the list opens with it.</param>
public sealed record SavedView(string Id, string Name, string Query, bool Default);

/// <summary>What became of a change: the id of the view, or every broken rule.</summary>
/// <param name="Id">The view; <see langword="null"/> when it was refused.</param>
/// <param name="Broken">The broken rules; empty when it was done.</param>
public sealed record SavedViewAnswer(string? Id, ImmutableArray<BrokenRule> Broken)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Broken.IsDefaultOrEmpty;
}

/// <summary>The views that people keep of lists. They are a person's own: nobody else sees them, and they are no part of the ledger.</summary>
/// <remarks>A person is known by the account (<see cref="Access.AccessClaims.Id"/>), a list by a name that never changes (<c>cases</c>).</remarks>
public interface ISavedViews
{
    /// <summary>The views of a person, in the order in which they were made.</summary>
    Task<ImmutableArray<SavedView>> ListAsync(string person, string list, CancellationToken ct);

    /// <summary>Keeps a new view.</summary>
    Task<SavedViewAnswer> AddAsync(string person, string list, string name, string query, CancellationToken ct);

    /// <summary>Gives a view another name.</summary>
    Task<SavedViewAnswer> RenameAsync(string person, string list, string id, string name, CancellationToken ct);

    /// <summary>Deletes a view; one that is not there is no error.</summary>
    Task DeleteAsync(string person, string list, string id, CancellationToken ct);

    /// <summary>Lets the list open with this view.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="list">Of which list.</param>
    /// <param name="id">The view; <see langword="null"/>: with none.</param>
    /// <param name="ct">Frees the caller.</param>
    Task SetDefaultAsync(string person, string list, string? id, CancellationToken ct);
}

/// <summary>Which columns a person wants to see in a list.</summary>
public interface IColumnChoices
{
    /// <summary>The ids of the columns; <see langword="null"/>: never chosen.</summary>
    Task<ImmutableArray<string>?> FindAsync(string person, string list, CancellationToken ct);

    /// <summary>Keeps the choice.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="list">Of which list.</param>
    /// <param name="columns">Ids of columns, without commas; <see langword="null"/>: forget the choice.</param>
    /// <param name="ct">Frees the caller.</param>
    Task ChooseAsync(string person, string list, ImmutableArray<string>? columns, CancellationToken ct);
}
