using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Desk;

namespace Enforcement.Storage.Tests.Sqlite.Desk;

public sealed class DraftTests : IDisposable
{
    private static readonly DraftKey Inspection = new("CM", "c-0001-0001", "on-site-inspection");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drafts-");
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero));
    private DeskDatabase _desk;

    public DraftTests() => _desk = Open();

    private DraftTable Drafts => new(_desk, _clock);

    [Fact]
    public async Task What_was_saved_is_found_after_a_restart_with_all_its_characters()
    {
        const string Content = """{"fields":{"site":"李𠮷烧烤店<script>alert(1)</script>"}}""";
        var saved = await SaveAsync(Inspection, 0, Content, "现场检查");
        _desk.Dispose();
        _desk = Open();

        var found = await Drafts.FindAsync("cm-officer", Inspection, default);

        Assert.Equal(Content, found!.Content);
        Assert.Equal(new DraftLine(Inspection, "现场检查", 1, saved.SavedAt, System.Text.Encoding.UTF8.GetByteCount(Content)), found.Line);
    }

    [Fact]
    public async Task Of_two_windows_the_later_save_wins_and_the_older_window_is_told()
    {
        var first = await SaveAsync(Inspection, 0, Text("A"));
        var second = await SaveAsync(Inspection, first.Version, Text("B")); // the other window opened after the first save
        _clock.Advance(TimeSpan.FromSeconds(5));

        var third = await SaveAsync(Inspection, first.Version, Text("C")); // the first window does not know of B

        Assert.Null(second.Overtook);
        Assert.Equal((3, second.SavedAt), (third.Version, third.Overtook));
        Assert.Equal(Text("C"), (await Drafts.FindAsync("cm-officer", Inspection, default))!.Content);
    }

    [Fact]
    public async Task The_same_content_again_is_no_new_version_and_overtakes_nothing()
    {
        var first = await SaveAsync(Inspection, 0, Text("A"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, await SaveAsync(Inspection, 0, Text("A")));
    }

    [Fact]
    public async Task A_window_that_outlives_a_removed_draft_goes_on_with_a_higher_version()
    {
        var first = await SaveAsync(Inspection, 0, Text("A"));
        await Drafts.RemoveAsync("cm-officer", Inspection, default);
        await Drafts.RemoveAsync("cm-officer", Inspection, default);

        Assert.Null(await Drafts.FindAsync("cm-officer", Inspection, default));
        Assert.Equal(2, (await SaveAsync(Inspection, first.Version, Text("B"))).Version);
    }

    [Fact]
    public async Task A_draft_that_an_older_program_has_kept_is_found()
    {
        _desk.Dispose();
        using (var db = SqliteDb.Open(Path.Combine(_folder.FullName, "desk.db"), SqliteUse.Write))
        {
            db.Run($"{SavedViewTable.Create} {ColumnChoiceTable.Create} {DraftTable.Create} {DocumentSenderTable.Create} PRAGMA application_id = 1162757700; PRAGMA user_version = 4;");
            db.Prepare("INSERT INTO drafts VALUES ('cm-officer', 'CM', 'c-0001-0001', 'on-site-inspection', '', '现场检查', 7, ?, ?)").Bind(_clock.GetUtcNow()).Bind(Text("A")).Run();
        }

        _desk = Open();

        var found = await Drafts.FindAsync("cm-officer", Inspection, default);
        Assert.Equal((7, Text("A")), (found!.Line.Version, found.Content));
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_each_case_act_and_seat_has_its_own()
    {
        DraftKey[] keys = [Inspection, Inspection with { Bureau = "FS" }, Inspection with { CaseId = "c-0002-0002" }, Inspection with { ActKind = "inquiry" }, Inspection with { Corrects = "a1" }, Inspection with { About = "a1" }];
        foreach (var key in keys)
        {
            await SaveAsync(key, 0, Text(key.ToString()));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(keys.Reverse(), (await Drafts.ListAsync("cm-officer", default)).Select(line => line.Key));
        Assert.Empty(await Drafts.ListAsync("cm-officer-2", default));
        Assert.Null(await Drafts.FindAsync("cm-officer-2", Inspection, default));
        await Drafts.RemoveAsync("cm-officer-2", Inspection, default);
        Assert.Equal(Text(Inspection.ToString()), (await Drafts.FindAsync("cm-officer", Inspection, default))!.Content);
    }

    [Fact]
    public async Task After_thirty_days_untouched_it_is_gone()
    {
        await SaveAsync(Inspection, 0, Text("A"));
        _clock.Advance(DraftLimits.Kept - TimeSpan.FromSeconds(1));
        Assert.Single(await Drafts.ListAsync("cm-officer", default));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await Drafts.ListAsync("cm-officer", default));
        Assert.Null(await Drafts.FindAsync("cm-officer", Inspection, default));
        Assert.Null((await SaveAsync(Inspection, 0, Text("B"))).Overtook);
    }

    [Fact]
    public async Task The_two_hundred_and_first_draft_is_refused_and_the_others_can_still_be_saved()
    {
        for (var i = 0; i < DraftLimits.PerPerson; i++)
        {
            await SaveAsync(Inspection with { CaseId = $"case-{i:0000}" }, 0, Text("A"));
        }

        Assert.Equal("draft.too-many", await RefusedAsync(Text("A")));
        await SaveAsync(Inspection with { CaseId = "case-0007" }, 1, Text("B"));
        Assert.IsType<DraftAnswer.Saved>(await Drafts.SaveAsync("cm-officer-2", new DraftToSave(Inspection, 0, Text("A"), ""), default));
    }

    [Fact]
    public async Task A_draft_of_256_KB_is_kept_and_one_byte_more_is_refused()
    {
        var frame = Text("").Length;
        await SaveAsync(Inspection, 0, Text(new string('a', DraftLimits.Bytes - frame)));

        Assert.Equal("draft.too-large", await RefusedAsync(Text(new string('a', DraftLimits.Bytes - frame + 1))));
        Assert.Equal("draft.too-large", await RefusedAsync(Text(new string('吉', DraftLimits.Bytes / 3))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":[\"b\"]}")]
    [InlineData("{\"a\":\"b\"")]
    [InlineData("{\"a\":\"\\ud842\"}")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":\"b\"}}}}}}}}}")]
    public async Task What_is_no_form_is_refused(string content) => Assert.Equal("draft.malformed", await RefusedAsync(content));

    [Fact]
    public async Task A_long_label_is_cut_between_characters()
    {
        await SaveAsync(Inspection, 0, Text("A"), new string('a', 199) + "𠮷𠮷");

        Assert.Equal(new string('a', 199), Assert.Single(await Drafts.ListAsync("cm-officer", default)).Label);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Text(string note) => $$"""{"note":"{{note}}"}""";

    private DeskDatabase Open() => new(Path.Combine(_folder.FullName, "desk.db"));

    private async Task<DraftSaved> SaveAsync(DraftKey key, long from, string content, string label = "") =>
        Assert.IsType<DraftAnswer.Saved>(await Drafts.SaveAsync("cm-officer", new DraftToSave(key, from, content, label), default)).Value;

    private async Task<string> RefusedAsync(string content) =>
        Assert.IsType<DraftAnswer.Refused>(await Drafts.SaveAsync("cm-officer", new DraftToSave(Inspection, 0, content, ""), default)).Rule.Code;
}
