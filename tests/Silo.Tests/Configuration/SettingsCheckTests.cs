using Enforcement.Silo.Configuration;
using Microsoft.Extensions.Configuration;

namespace Enforcement.Silo.Tests.Configuration;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Known_keys_are_read_whatever_their_case()
    {
        var settings = Read(("Enforcement:Session:IdleMinutes", "30"), ("enforcement:signin:locKMinutes", "5"));

        Assert.Equal((30, 5, 5), (settings.Session.IdleMinutes, settings.SignIn.LockMinutes, settings.SignIn.FailuresBeforeLock));
    }

    [Theory]
    [InlineData("Enforcement:Session:IdelMinutes", "30", "Unknown setting Enforcement:Session:IdelMinutes. Did you mean IdleMinutes?")]
    [InlineData("Enforcement:Sesion:IdleMinutes", "30", "Unknown setting Enforcement:Sesion. Did you mean Session?")]
    [InlineData("Enforcment:Session:IdleMinutes", "30", "Unknown section \"Enforcment\". Did you mean Enforcement?")]
    [InlineData("Enforcement:Session:IdleMinutes", "1", "Enforcement:Session:IdleMinutes")]
    [InlineData("Enforcement:Session:IdleMinutes", "soon", "Enforcement:Session:IdleMinutes")]
    public void A_misspelt_key_or_an_impossible_value_is_refused_by_name(string key, string value, string words)
    {
        var refused = Assert.Throws<SettingsException>(() => Read((key, value)));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(("Enforcement:Sesion:X", "1"), ("Enforcement:Limits:JsonBites", "1")));

        Assert.Equal(2, refused.Faults.Count);
    }

    [Fact]
    public async Task A_misspelt_key_in_the_data_folder_keeps_the_program_from_starting_and_writes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("settings-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), """{ "Enforcement": { "SignIn": { "LokcMinutes": 5 } } }""");

        var refused = Assert.Throws<SettingsException>(() => Program.Build(new StartOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" }));

        Assert.Contains("Did you mean LockMinutes?", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "installation.json")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_setting_is_described_with_its_default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var page = Path.Combine(folder.FullName, "docs", "operations.md");
            if (!File.Exists(page))
            {
                continue;
            }

            var text = File.ReadAllText(page);
            foreach (var group in typeof(Settings).GetProperties())
            {
                var defaults = group.GetValue(new Settings())!;
                foreach (var setting in group.PropertyType.GetProperties())
                {
                    Assert.Contains($"| `{group.Name}:{setting.Name}` | {setting.GetValue(defaults)} |", text, StringComparison.Ordinal);
                }
            }

            return;
        }

        Assert.Fail("docs/operations.md was not found.");
    }

    private static Settings Read(params (string Key, string Value)[] pairs) => SettingsCheck.Read(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
