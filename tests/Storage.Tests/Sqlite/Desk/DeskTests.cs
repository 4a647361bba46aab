using System.Collections.Immutable;
using Enforcement.Domain.Desk;
using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Desk;

namespace Enforcement.Storage.Tests.Sqlite.Desk;

public sealed class DeskTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("desk-");
    private DeskDatabase _desk;

    public DeskTests() => _desk = new DeskDatabase(File);

    private string File => Path.Combine(_folder.FullName, "desk.db");

    private SavedViewTable Views => new(_desk);

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Views_are_kept_for_their_person_and_list_across_a_restart()
    {
        Assert.True((await Views.AddAsync("wang", "cases", " 我的急件 ", "overdue=1", None)).Done);
        Assert.True((await Views.AddAsync("wang", "cases", "𠮷", "q=%F0%A0%AE%B7", None)).Done);
        Assert.True((await Views.AddAsync("wang", "recordings", "我的急件", "", None)).Done);
        Assert.True((await Views.AddAsync("li", "cases", "我的急件", "", None)).Done);
        _desk.Dispose();
        _desk = new DeskDatabase(File);

        var kept = await Views.ListAsync("wang", "cases", None);

        Assert.Equal([("我的急件", "overdue=1", false), ("𠮷", "q=%F0%A0%AE%B7", false)], kept.Select(view => (view.Name, view.Query, view.Default)));
    }

    [Fact]
    public async Task One_view_is_the_default_and_nobody_changes_those_of_others()
    {
        var first = (await Views.AddAsync("wang", "cases", "一", "a=1", None)).Id!;
        var second = (await Views.AddAsync("wang", "cases", "二", "b=1", None)).Id!;

        await Views.SetDefaultAsync("wang", "cases", first, None);
        await Views.SetDefaultAsync("wang", "cases", second, None);
        await Views.SetDefaultAsync("li", "cases", first, None);
        await Views.DeleteAsync("li", "cases", first, None);
        Assert.Equal(["view.unknown"], Codes(await Views.RenameAsync("li", "cases", first, "三", None)));
        Assert.True((await Views.RenameAsync("wang", "cases", first, "三", None)).Done);

        Assert.Equal([("三", false), ("二", true)], (await Views.ListAsync("wang", "cases", None)).Select(view => (view.Name, view.Default)));
        await Views.SetDefaultAsync("wang", "cases", null, None);
        await Views.DeleteAsync("wang", "cases", first, None);
        Assert.Equal([("二", false)], (await Views.ListAsync("wang", "cases", None)).Select(view => (view.Name, view.Default)));
    }

    [Theory]
    [InlineData("", "view.name-missing")]
    [InlineData(" \t ", "view.name-missing")]
    [InlineData("a\nb", "view.name-characters")]
    [InlineData("a\ud800", "view.name-characters")]
    [InlineData("已有", "view.name-taken")]
    public async Task A_bad_name_is_refused_in_words(string name, string code)
    {
        Assert.True((await Views.AddAsync("wang", "cases", "已有", "", None)).Done);

        var answer = await Views.AddAsync("wang", "cases", name, "", None);

        Assert.Equal([code], Codes(answer));
        Assert.All(answer.Broken, rule => Assert.True(rule.Text.Zh.Length > 0 && rule.Next.En.Length > 0));
    }

    [Fact]
    public async Task There_are_limits_to_names_queries_and_numbers()
    {
        Assert.Equal(["view.name-long"], Codes(await Views.AddAsync("wang", "cases", string.Concat(Enumerable.Repeat("𠮷", SavedViewRules.LongestName + 1)), "", None)));
        Assert.True((await Views.AddAsync("wang", "cases", string.Concat(Enumerable.Repeat("𠮷", SavedViewRules.LongestName)), "", None)).Done);
        Assert.Equal(["view.query-long"], Codes(await Views.AddAsync("wang", "cases", "x", new string('q', SavedViewRules.LongestQuery + 1), None)));
        for (var i = 1; i < SavedViewRules.Most; i++)
        {
            Assert.True((await Views.AddAsync("wang", "cases", FormattableString.Invariant($"v{i}"), "", None)).Done);
        }

        Assert.Equal(["view.too-many"], Codes(await Views.AddAsync("wang", "cases", "one more", "", None)));
    }

    [Fact]
    public async Task Columns_are_remembered_and_forgotten()
    {
        ColumnChoiceTable columns = new(_desk);
        Assert.Null(await columns.FindAsync("wang", "cases", None));

        await columns.ChooseAsync("wang", "cases", ["party", "stage"], None);
        await columns.ChooseAsync("wang", "cases", ["stage"], None);

        Assert.Equal<string>(["stage"], (await columns.FindAsync("wang", "cases", None))!.Value);
        Assert.Null(await columns.FindAsync("li", "cases", None));
        await columns.ChooseAsync("wang", "cases", null, None);
        Assert.Null(await columns.FindAsync("wang", "cases", None));
    }

    [Fact]
    public async Task A_failure_leaves_nothing_half_done_and_the_next_call_works()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.RunAsync<bool>(
            db =>
            {
                db.Run("INSERT INTO column_choices VALUES ('wang', 'cases', 'x')");
                throw new InvalidOperationException("in the middle");
            },
            None));

        Assert.Null(await new ColumnChoiceTable(_desk).FindAsync("wang", "cases", None));
    }

    [Fact]
    public async Task A_desk_of_a_newer_program_or_another_file_is_not_touched()
    {
        _ = await Views.ListAsync("wang", "cases", None);
        _desk.Dispose();
        using (var db = SqliteDb.Open(File, SqliteUse.Write))
        {
            db.Run("PRAGMA user_version = 999");
        }

        _desk = new DeskDatabase(File);

        Assert.Equal(StoreUnavailableException.Newer, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Views.ListAsync("wang", "cases", None))).Reason);
    }

    private static IEnumerable<string> Codes(SavedViewAnswer answer) => answer.Broken.Select(rule => rule.Code);
}
