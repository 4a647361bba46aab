using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Desk;

/// <summary>The views that the person keeps of a list [常用查询].</summary>
public sealed partial class SavedViewBar(ISavedViews store, PortalSession session)
{
    private ImmutableArray<SavedView> _views = [];
    private ImmutableArray<BrokenRule> _broken = [];
    private string _name = "";
    private string? _deleting;
    private bool _open;

    /// <summary>The list, by its lasting name.</summary>
    [Parameter, EditorRequired]
    public string List { get; set; } = "";

    /// <summary>The address of the list without a query.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>What is filtered now: what a new view keeps.</summary>
    [Parameter, EditorRequired]
    public string Query { get; set; } = "";

    protected override Task OnInitializedAsync() => LoadAsync();

    private string UrlOf(SavedView view) => $"{Address}?{view.Query}";

    private async Task LoadAsync() => _views = await store.ListAsync(await PersonAsync(), List, CancellationToken.None);

    private async Task<string> PersonAsync() => (await session.PersonAsync()).FindFirst(AccessClaims.Id)?.Value ?? "";

    private async Task AddAsync()
    {
        var answer = await store.AddAsync(await PersonAsync(), List, _name, Query, CancellationToken.None);
        _broken = answer.Broken;
        if (answer.Done)
        {
            _name = "";
        }

        (_open, _deleting) = (!answer.Done, null);
        await LoadAsync();
    }

    private async Task RenameAsync(string id, string? name)
    {
        _open = true;
        _broken = (await store.RenameAsync(await PersonAsync(), List, id, name ?? "", CancellationToken.None)).Broken;
        await LoadAsync();
    }

    private async Task DefaultAsync(string? id)
    {
        _open = true;
        await store.SetDefaultAsync(await PersonAsync(), List, id, CancellationToken.None);
        await LoadAsync();
    }

    private async Task DeleteAsync(string id)
    {
        _open = true;
        await store.DeleteAsync(await PersonAsync(), List, id, CancellationToken.None);
        _deleting = null;
        await LoadAsync();
    }
}
