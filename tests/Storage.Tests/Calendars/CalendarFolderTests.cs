using Enforcement.Domain.Deadlines;
using Enforcement.Storage.Calendars;

namespace Enforcement.Storage.Tests.Calendars;

public sealed class CalendarFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("calendars").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private CalendarFolder Folder => new(_data);

    private string Stored => Path.Combine(_data, "calendars", "2027.json");

    private string File2027(string version = "2027.1", string to = "2027-01-03", string makeUp = "")
    {
        var path = Path.Combine(_data, "incoming.json");
        File.WriteAllText(path, $$"""
            {
              "year": 2027,
              "version": "{{version}}",
              "notices": [{ "number": null, "title": "made for this test" }],
              "origin": "made for this test",
              "holidays": [{ "name": "元旦", "from": "2027-01-01", "to": "{{to}}" }],
              "makeUpDays": [{{makeUp}}]
            }
            """);
        return path;
    }

    [Fact]
    public void Without_an_import_the_shipped_years_count() => Assert.Equal(WorkCalendar.Embedded.Version, Folder.Load().Version);

    [Fact]
    public void An_imported_year_is_stored_byte_for_byte_and_settles_its_terms()
    {
        var path = File2027();
        var result = Assert.IsType<CalendarImportResult.Stored>(Folder.Import(path));
        Assert.Equal((2027, Stored), (result.Year.Year, result.Path));
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Stored));
        var calendar = Folder.Load();
        Assert.True(calendar.IsPublished(2027));
        Assert.True(calendar.IsSettled(new DateOnly(2026, 12, 30)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void The_same_import_again_changes_nothing()
    {
        Folder.Import(File2027());
        var before = File.GetLastWriteTimeUtc(Stored);
        Assert.IsType<CalendarImportResult.AlreadyThere>(Folder.Import(File2027()));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Stored));
    }

    [Fact]
    public void Other_days_under_a_known_version_are_refused_and_a_correction_is_taken()
    {
        Folder.Import(File2027());
        var problem = Assert.Single(Assert.IsType<CalendarImportResult.Refused>(Folder.Import(File2027(to: "2027-01-05"))).Problems);
        Assert.Equal("$.version", problem.Path);
        Assert.Contains("2027.2", problem.Reason, StringComparison.Ordinal);
        Assert.True(Folder.Load().IsWorkingDay(new DateOnly(2027, 1, 5)));

        Assert.IsType<CalendarImportResult.Stored>(Folder.Import(File2027("2027.2", to: "2027-01-05")));
        Assert.False(Folder.Load().IsWorkingDay(new DateOnly(2027, 1, 5)));
        Assert.IsType<CalendarImportResult.Refused>(Folder.Import(File2027()));
    }

    [Fact]
    public void A_shipped_year_cannot_be_replaced_under_its_version()
    {
        var path = File2027();
        File.WriteAllText(path, File.ReadAllText(path).Replace("2027", "2026", StringComparison.Ordinal));
        Assert.Equal("$.version", Assert.Single(Assert.IsType<CalendarImportResult.Refused>(Folder.Import(path)).Problems).Path);
    }

    [Fact]
    public void A_wrong_file_is_refused_and_nothing_is_written()
    {
        var refused = Assert.IsType<CalendarImportResult.Refused>(Folder.Import(File2027(makeUp: "\"2027-01-06\"")));
        Assert.Equal("$.makeUpDays[0]", Assert.Single(refused.Problems).Path);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Stored)));
    }

    [Fact]
    public void An_oversized_file_is_refused()
    {
        var path = Path.Combine(_data, "incoming.json");
        File.WriteAllBytes(path, new byte[CalendarFolder.MaxBytes + 1]);
        Assert.Contains("larger than", Assert.Single(Assert.IsType<CalendarImportResult.Refused>(Folder.Import(path)).Problems).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027.json", "{}")]
    [InlineData("2028.json", null)]
    public void A_file_damaged_or_renamed_after_its_import_stops_the_start(string name, string? content)
    {
        Folder.Import(File2027());
        File.WriteAllText(Path.Combine(_data, "calendars", name), content ?? File.ReadAllText(Stored));
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => Folder.Load()).Message, StringComparison.Ordinal);
    }
}
