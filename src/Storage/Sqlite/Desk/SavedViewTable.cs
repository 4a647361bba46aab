using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Desk;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Desk;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>The views that people keep.</summary>
internal sealed class SavedViewTable(DeskDatabase desk) : ISavedViews
{
    public const string Create = """
        CREATE TABLE saved_views (
            number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            person TEXT NOT NULL,
            list TEXT NOT NULL,
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            is_default INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX saved_views_person ON saved_views (person, list, number);
        """;

    public Task<ImmutableArray<SavedView>> ListAsync(string person, string list, CancellationToken ct) => desk.RunAsync(db => All(db, person, list), ct);

    public Task<SavedViewAnswer> AddAsync(string person, string list, string name, string query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(query);
        var trimmed = name.Trim();
        return desk.RunAsync(
            db =>
            {
                var broken = SavedViewRules.New(trimmed, query, [.. All(db, person, list).Select(view => view.Name)]);
                if (broken.Length > 0)
                {
                    return Refused(broken);
                }

                var id = Guid.NewGuid().ToString("n");
                db.Prepare("INSERT INTO saved_views (id, person, list, name, query, is_default) VALUES (?, ?, ?, ?, ?, 0)")
                    .Bind(id).Bind(person).Bind(list).Bind(trimmed).Bind(query).Run();
                return new SavedViewAnswer(id, []);
            },
            ct);
    }

    public Task<SavedViewAnswer> RenameAsync(string person, string list, string id, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        return desk.RunAsync(
            db =>
            {
                var all = All(db, person, list);
                if (all.All(view => view.Id != id))
                {
                    return Refused([new Violation("view.unknown", null, new Words("该常用查询已被删除。", "The view was deleted."), new Words("请刷新页面。", "Load the page again."))]);
                }

                var broken = SavedViewRules.Name(trimmed, [.. all.Where(view => view.Id != id).Select(view => view.Name)]);
                if (broken.Length > 0)
                {
                    return Refused(broken);
                }

                db.Prepare("UPDATE saved_views SET name = ? WHERE person = ? AND list = ? AND id = ?").Bind(trimmed).Bind(person).Bind(list).Bind(id).Run();
                return new SavedViewAnswer(id, []);
            },
            ct);
    }

    public Task DeleteAsync(string person, string list, string id, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            db.Prepare("DELETE FROM saved_views WHERE person = ? AND list = ? AND id = ?").Bind(person).Bind(list).Bind(id).Run();
            return true;
        },
        ct);

    public Task SetDefaultAsync(string person, string list, string? id, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            db.Prepare("UPDATE saved_views SET is_default = (id IS ?) WHERE person = ? AND list = ?").Bind(id).Bind(person).Bind(list).Run();
            return true;
        },
        ct);

    private static ImmutableArray<SavedView> All(SqliteDb db, string person, string list)
    {
        var views = ImmutableArray.CreateBuilder<SavedView>();
        var statement = db.Prepare("SELECT id, name, query, is_default FROM saved_views WHERE person = ? AND list = ? ORDER BY number").Bind(person).Bind(list);
        while (statement.Step())
        {
            views.Add(new SavedView(statement.Text(0), statement.Text(1), statement.Text(2), statement.Number(3) != 0));
        }

        statement.Reset();
        return views.ToImmutable();
    }

    private static SavedViewAnswer Refused(IEnumerable<Violation> broken) =>
        new(null, [.. broken.Select(rule => new BrokenRule(rule.Code, rule.Article, null, new(rule.Text.Zh, rule.Text.En), new(rule.Next.Zh, rule.Next.En), rule.Member))]);
}
