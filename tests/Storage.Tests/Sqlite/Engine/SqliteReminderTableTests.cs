using Enforcement.Storage.Sqlite.Engine;

namespace Enforcement.Storage.Tests.Sqlite.Engine;

public sealed class SqliteReminderTableTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("case", "C-1");
    private static readonly DateTime Start = new(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);
    private readonly EngineFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_registered_reminder_survives_a_killed_process()
    {
        var table = new SqliteReminderTable(_file.Open());
        await table.UpsertRow(Entry("deadline", Start));
        using var afterKill = _file.CopyAsKilled();

        var row = Assert.Single((await new SqliteReminderTable(afterKill.Open()).ReadRows(0, 0)).Reminders);

        Assert.Equal((Grain, "deadline", Start, TimeSpan.FromMinutes(1)), (row.GrainId, row.ReminderName, row.StartAt, row.Period));
        Assert.Equal(DateTimeKind.Utc, row.StartAt.Kind);
    }

    [Fact]
    public async Task Registering_again_moves_the_reminder_and_changes_its_version()
    {
        var table = new SqliteReminderTable(_file.Open());
        var first = await table.UpsertRow(Entry("deadline", Start));
        var second = await table.UpsertRow(Entry("deadline", Start.AddDays(1)));
        Assert.NotEqual(first, second);
        Assert.Equal(Start.AddDays(1), (await table.ReadRow(Grain, "deadline"))!.StartAt);
        Assert.False(await table.RemoveRow(Grain, "deadline", first!));
        Assert.True(await table.RemoveRow(Grain, "deadline", second!));
        Assert.Null(await table.ReadRow(Grain, "deadline"));
    }

    [Fact]
    public async Task Reminders_are_found_by_their_grain()
    {
        var table = new SqliteReminderTable(_file.Open());
        await table.UpsertRow(Entry("a", Start));
        await table.UpsertRow(Entry("b", Start));
        await table.UpsertRow(new ReminderEntry { GrainId = GrainId.Create("case", "C-2"), ReminderName = "a", StartAt = Start, Period = TimeSpan.FromMinutes(1) });
        Assert.Equal(["a", "b"], (await table.ReadRows(Grain)).Reminders.Select(row => row.ReminderName).Order());
        Assert.Equal(3, (await table.ReadRows(0, uint.MaxValue)).Reminders.Count);
    }

    private static ReminderEntry Entry(string name, DateTime start) =>
        new() { GrainId = Grain, ReminderName = name, StartAt = start, Period = TimeSpan.FromMinutes(1) };
}
