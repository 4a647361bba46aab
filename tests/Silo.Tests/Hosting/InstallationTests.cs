using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Tests.Hosting;

public sealed class InstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("installation-").FullName;

    [Theory]
    [InlineData(false, true, "cannot become a training installation")]
    [InlineData(true, false, "cannot become a real one")]
    public async Task What_a_folder_is_for_is_fixed_when_it_is_made(bool made, bool asked, string reason)
    {
        await using (await SiloFixture.StartAsync(training: made, folder: _folder))
        {
        }

        var before = await File.ReadAllTextAsync(Path.Combine(_folder, "installation.json"));
        var refused = Assert.Throws<InstallationException>(() => Program.Build(Start(asked)));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder, "installation.json")));

        await using var again = await SiloFixture.StartAsync(training: made, folder: _folder);
        Assert.NotNull(again.App);
    }

    [Fact]
    public async Task A_second_process_is_refused_with_the_name_of_the_holder()
    {
        await using var first = await SiloFixture.StartAsync(folder: _folder);

        var refused = Assert.Throws<InstallationException>(() => Program.Build(Start(training: true)));

        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        using var client = first.Anonymous();
        Assert.Equal("live", (await client.GetAsync("/health/live")).Ok().GetProperty("status").GetString());
    }

    [Fact]
    public void A_folder_with_other_files_is_no_data_folder()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.txt"), "mine");

        Assert.Contains("no data folder", Assert.Throws<InstallationException>(() => Program.Build(Start(training: false))).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder, "thesis.txt")));
    }

    [Theory]
    [InlineData("{", "damaged")]
    [InlineData("""{"format":2,"kind":"real","demo":false,"id":"x","createdAt":"2026-01-01T00:00:00Z"}""", "newer program")]
    public void A_damaged_or_newer_note_is_refused(string note, string reason)
    {
        File.WriteAllText(Path.Combine(_folder, "installation.json"), note);

        Assert.Contains(reason, Assert.Throws<InstallationException>(() => Program.Build(Start(training: false))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Assert.Contains("cannot be used", Assert.Throws<InstallationException>(() => Program.Build(Start(training: false) with { DataFolder = file })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_folder_is_for_its_owner_only()
    {
        await using var silo = await SiloFixture.StartAsync(folder: _folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "accounts.db")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private StartOptions Start(bool training) => new() { DataFolder = _folder, Training = training, Urls = "http://127.0.0.1:0" };
}
