using Enforcement.Silo.Configuration;

namespace Enforcement.Silo.Tests.Configuration;

public sealed class CommandLineTests
{
    private const string Root = "/repository";

    [Fact]
    public void Without_arguments_it_is_the_demo_city_in_its_own_folder()
    {
        var (options, _) = CommandLine.Read([], Root);

        Assert.Equal((Path.Combine(Root, "data", "demo"), true, true), (options!.DataFolder, options.Demo, options.Training));
    }

    [Fact]
    public void With_a_folder_it_is_a_real_installation()
    {
        var (options, _) = CommandLine.Read(["--data", "x", "--urls=http://127.0.0.1:0"], Root);

        Assert.Equal((Path.GetFullPath("x"), false, false), (options!.DataFolder, options.Demo, options.Training));
        Assert.Equal("http://127.0.0.1:0", options.Urls);
    }

    [Fact]
    public void A_training_installation_starts_its_clock_where_it_is_told()
    {
        var (options, _) = CommandLine.Read(["--data", "x", "--training", "--start-at", "2026-03-02T09:00:00+08:00"], Root);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), options!.StartAt);
        Assert.True(options is { Training: true, Demo: false });
    }

    [Theory]
    [InlineData("--dta x", "Did you mean --data?")]
    [InlineData("--url http://x", "Did you mean --urls?")]
    [InlineData("--Training", "Did you mean --training?")]
    [InlineData("--zzzzzzzzzz", "--help lists them all")]
    [InlineData("stray", "Unknown option stray")]
    [InlineData("--data", "--data needs a folder")]
    [InlineData("--data --training", "--data needs a folder")]
    [InlineData("--urls nowhere", "--urls needs addresses")]
    [InlineData("--urls ftp://x", "--urls needs addresses")]
    [InlineData("--reset-admin", "--reset-admin needs the folder")]
    [InlineData("--set Session", "--set needs KEY=VALUE")]
    [InlineData("--data x --start-at 2026-03-02T09:00:00Z", "--start-at is for training")]
    [InlineData("--data x --training --start-at yesterday", "--start-at needs an instant")]
    public void A_wrong_option_is_refused_with_the_right_one(string line, string words)
    {
        var (options, refusal) = CommandLine.Read(line.Split(' '), Root);

        Assert.Null(options);
        Assert.Contains(words, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_every_option()
    {
        foreach (var option in new[] { "--data", "--urls", "--training", "--demo", "--start-at", "--set", "--reset-admin", "--help" })
        {
            Assert.Contains(option, CommandLine.Help, StringComparison.Ordinal);
        }
    }
}
