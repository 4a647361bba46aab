using System.Globalization;
using System.Text;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Conformance;
using Enforcement.Tests.Shared;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>What waits for whom, until when, after each act of a case.</summary>
public sealed class CaseWorkTests
{
    public static TheoryData<string> Codes() => [.. Walks.Codes];

    /// <summary>The file beside this one says it for every step of the whole way, under each of the five regulations; <c>UPDATE_WORK=1</c> writes it anew.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void After_each_act_of_a_whole_case_exactly_what_the_regulation_asks_for_waits(string code)
    {
        StringBuilder text = new();
        CaseWalk? walk = null;
        foreach (var step in Walks.Ended(code).Concat(Walks.Filed))
        {
            var parts = step.Split(' ');
            walk = walk is null
                ? CaseWalk.Under(Walks.ProfileOf(code), Kebab.Parse<ActType>(Walks.ActTypeOf(code))!.Value, Kebab.Parse<CaseOrigin>(Walks.OriginOf(code))!.Value, parts[0], parts[1..])
                : walk.Later(TimeSpan.FromMinutes(10)).Record(parts[0], parts[1..]);
            walk.HandInRecordings().AddLaterDocuments();
            text.Append(parts[0]).Append('\n').Append(string.Concat(Lines(walk).Select(line => $"  {line}\n")));
        }

        var file = RepositoryFiles.PathOf("tests", "Domain.Tests", "Cases", "work", $"{code}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_WORK") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text.ToString());
    }

    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    public void A_form_that_was_sent_back_waits_for_its_author_with_the_words_and_its_old_term(string id)
    {
        var walk = Siblings.Opinions(Siblings.Urgent(id).Record("start-report")).Record("start-approval", "outcome=returned", "opinion=请补充证据");

        var item = Assert.Single(Of(walk), i => i.Kind is WorkKind.SentBack);
        Assert.Equal(("start-report", "officer", "请补充证据", "a4"), (item.Act, item.AssigneeId, item.Note, item.About));
        Assert.Equal(walk.Clock("late-report").Due.At, item.DueAt);
        Assert.DoesNotContain(Of(walk), i => i.Kind is WorkKind.Approval or WorkKind.BackApproval);

        walk.Record("start-report");
        Assert.DoesNotContain(Of(walk), i => i.Kind is WorkKind.SentBack);
        Assert.Contains(Of(walk), i => i is { Act: "start-unit-opinion", About: "a5" });
    }

    [Fact]
    public void Each_urgent_measure_waits_for_its_own_approval_within_its_24_hours()
    {
        var walk = CaseWalk.Under(Siblings.CM, ActType.Penalty, CaseOrigin.Urgent, "urgent-start").Record("seal-seizure", "urgent=true").Later(TimeSpan.FromHours(1)).Record("seal-seizure", "urgent=true");

        var waiting = Of(walk).Where(i => i.Act == "measure-approval").ToArray();
        Assert.Equal([("a2", WorkKind.BackApproval), ("a3", WorkKind.BackApproval)], waiting.Select(i => (i.About!, i.Kind)).Order());
        Assert.All(waiting, i => Assert.NotNull(i.DueAt));

        walk.Record("measure-approval", i => i with { RefersTo = "a2" }, "outcome=approved");
        Assert.Equal(["a3"], Of(walk).Where(i => i.Act == "measure-approval").Select(i => i.About));
    }

    [Fact]
    public void An_act_without_its_recording_waits_for_whoever_recorded_it()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true");
        var item = Assert.Single(Of(walk), i => i.Kind is WorkKind.HandIn);
        Assert.Equal(("officer", walk.State.Acts[^1].Entry.Id), (item.AssigneeId, item.About));
        Assert.Equal(walk.Clock("act-hand-in").Due.At, item.DueAt);

        walk.HandInRecordings();
        Assert.DoesNotContain(Of(walk), i => i.Kind is WorkKind.HandIn);
    }

    [Fact]
    public void A_start_that_was_refused_leaves_nothing_but_the_end_of_the_case()
    {
        var walk = Siblings.Opinions(Siblings.Urgent(Siblings.CM).Record("start-report")).Record("start-approval", "outcome=refused");

        Assert.Equal(["end-of-act"], Of(walk).Where(i => i.Act is not null).Select(i => i.Act));
    }

    [Fact]
    public void A_case_with_nothing_due_is_still_with_its_handler()
    {
        var walk = CaseWalk.Under(Siblings.CM, ActType.Inspection, CaseOrigin.DoubleRandom, "double-random-check");

        Assert.Contains(Of(walk), i => i is { Kind: WorkKind.Continue, AssigneeId: "officer" });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_file_is_not_called_ready_for_the_archive_while_it_lacks_something(string code)
    {
        CaseWalk? walk = null;
        foreach (var step in Walks.Ended(code).Concat(Walks.Filed).TakeWhile(step => step != "archive"))
        {
            var parts = step.Split(' ');
            walk = walk is null
                ? CaseWalk.Under(Walks.ProfileOf(code), Kebab.Parse<ActType>(Walks.ActTypeOf(code))!.Value, Kebab.Parse<CaseOrigin>(Walks.OriginOf(code))!.Value, parts[0], parts[1..])
                : walk.Later(TimeSpan.FromMinutes(10)).Record(parts[0], parts[1..]);
        }

        var missing = Completeness.Of(walk!.State, walk.Law).Items.Where(item => item.Status is ItemStatus.Missing).ToArray();
        Assert.NotEmpty(missing);
        var item = Assert.Single(Of(walk), i => i.Id == "act:archive");
        Assert.Equal((WorkKind.Complete, null, missing[0].Act, walk.Clock("archive").Due.At), (item.Kind, item.Act, item.About, item.DueAt));
        Assert.Equal("records-custodian", Assert.Single(item.Roles));
        Assert.StartsWith($"暂不能归档，缺{missing.Length}项：{missing[0].Name.Zh}", item.Name.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(walk), i => i.Kind is WorkKind.Archive or WorkKind.Continue);

        walk.HandInRecordings().AddLaterDocuments();
        item = Assert.Single(Of(walk), i => i.Id == "act:archive");
        Assert.Equal((WorkKind.Archive, "archive", walk.Clock("archive").Due.At), (item.Kind, item.Act, item.DueAt));
    }

    private static IReadOnlyList<WorkItem> Of(CaseWalk walk) => CaseWork.Of(walk.State, walk.Law);

    private static IEnumerable<string> Lines(CaseWalk walk) => Of(walk)
        .OrderBy(i => i.DueAt ?? DateTimeOffset.MaxValue)
        .ThenBy(i => i.Id, StringComparer.Ordinal)
        .Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{Kebab.Of(i.Kind)} {i.Id} · {string.Join('/', i.Roles)}{(i.AssigneeId is null ? "" : $" ({i.AssigneeId})")} · {i.DueAt?.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {i.Term?.Zh}").TrimEnd());
}
