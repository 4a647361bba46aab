using Enforcement.Tool.Commands;

namespace Enforcement.Tool.Tests.Simulation;

/// <summary>The command line of <c>enforce simulate</c>: what is left out has its default, what is wrong is refused by its own words.</summary>
public sealed class SimulateOptionsTests
{
    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var parsed = SimulateCommand.Create().Parse(["--token", "oe_1"]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(
            (100, 10.0, 10.0, 1, 20.0, new Uri("http://127.0.0.1:5080")),
            (parsed.GetValue<int>("--count"), parsed.GetValue<double>("--minutes"), parsed.GetValue<double>("--rate"), parsed.GetValue<int>("--seed"), parsed.GetValue<double>("--pace"), parsed.GetValue<Uri>("--url")));
    }

    [Theory]
    [InlineData("--count", "2000")]
    [InlineData("--count", "100000")]
    [InlineData("--minutes", "0.5")]
    [InlineData("--minutes", "1440")]
    [InlineData("--rate", "0.1")]
    [InlineData("--seed", "0")]
    [InlineData("--pace", "1000")]
    [InlineData("--url", "http://localhost:1/")]
    [InlineData("--url", "http://[::1]:5080")]
    public void One_option_given_leaves_the_others_at_their_defaults(string option, string value) =>
        Assert.Empty(SimulateCommand.Create().Parse(["--token", "oe_1", option, value]).Errors);

    [Theory]
    [InlineData("--count", "0", "--count is a whole number from 1 to 100000.")]
    [InlineData("--count", "100001", "--count is a whole number from 1 to 100000.")]
    [InlineData("--count", "-3", "--count is a whole number from 1 to 100000.")]
    [InlineData("--count", "many", "--count is a whole number from 1 to 100000.")]
    [InlineData("--count", "1.5", "--count is a whole number from 1 to 100000.")]
    [InlineData("--count", "99999999999", "--count is a whole number from 1 to 100000.")]
    [InlineData("--minutes", "0", "--minutes is a number from 0.01 to 1440.")]
    [InlineData("--minutes", "1441", "--minutes is a number from 0.01 to 1440.")]
    [InlineData("--minutes", "NaN", "--minutes is a number from 0.01 to 1440.")]
    [InlineData("--rate", "0.01", "--rate is a number from 0.1 to 3600.")]
    [InlineData("--rate", "1e9", "--rate is a number from 0.1 to 3600.")]
    [InlineData("--rate", "Infinity", "--rate is a number from 0.1 to 3600.")]
    [InlineData("--pace", "0", "--pace is a number from 0.1 to 1000.")]
    [InlineData("--pace", "1001", "--pace is a number from 0.1 to 1000.")]
    [InlineData("--seed", "-1", "--seed is a whole number from 0 to 1000000.")]
    [InlineData("--url", "here", "--url is an address that begins with http:// or https://.")]
    [InlineData("--url", "ftp://127.0.0.1/", "--url is an address that begins with http:// or https://.")]
    public async Task A_wrong_value_is_refused_by_its_own_words_alone(string option, string value, string words)
    {
        var (code, output, error) = await Tool.RunAsync("simulate", "--token", "oe_1", option, value);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Equal([words, "Try: enforce --help"], Lines(error));
    }

    [Fact]
    public async Task A_token_or_keys_and_not_both()
    {
        const string Words = "Give either --token or --keys.";
        var (neither, _, first) = await Tool.RunAsync("simulate");
        var (both, _, second) = await Tool.RunAsync("simulate", "--token", "oe_1", "--keys", "keys.csv");

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (neither, both));
        Assert.Equal([Words, "Try: enforce --help"], Lines(first));
        Assert.Equal([Words, "Try: enforce --help"], Lines(second));
    }

    [Fact]
    public async Task Another_machine_is_refused_unless_it_is_meant()
    {
        var (code, _, error) = await Tool.RunAsync("simulate", "--token", "oe_1", "--url", "http://192.0.2.1:5080");

        Assert.Equal(ExitCode.Usage, code);
        Assert.StartsWith("The server is not on this machine.", error, StringComparison.Ordinal);
        Assert.Empty(SimulateCommand.Create().Parse(["--token", "oe_1", "--url", "http://192.0.2.1:5080", "--anywhere"]).Errors);
    }

    [Fact]
    public async Task A_file_of_keys_that_is_not_there_or_names_nobody_is_told()
    {
        var missing = await Tool.RunAsync("simulate", "--keys", Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv"));
        Assert.Equal(ExitCode.Failed, missing.Code);
        Assert.Contains(".csv", missing.Error, StringComparison.Ordinal);

        var file = Path.Combine(Directory.CreateTempSubdirectory("keys-").FullName, "keys.csv");
        await File.WriteAllTextAsync(file, "id,key\nR-1,none\n");
        var nobody = await Tool.RunAsync("simulate", "--keys", file);
        Assert.Equal(ExitCode.Usage, nobody.Code);
        Assert.Contains("names no recorder", nobody.Output, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
