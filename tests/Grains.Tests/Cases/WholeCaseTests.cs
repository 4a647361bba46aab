using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>A case lives its whole life in its grain, with announced and stored recordings, under each of the five regulations.</summary>
public sealed class WholeCaseTests
{
    public static TheoryData<string> Codes() => [.. Walks.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_case_goes_from_start_to_archive(string code)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = new CaseDriver(world, code, $"{code}-1", Walks.ActTypeOf(code), Walks.OriginOf(code));

        await file.Do(Walks.Ended(code)).Then(f => f.Do(Walks.Filed));

        var view = await file.ViewAsync();
        Assert.Equal(("archived", Walks.ProfileOf(code)), (view.Stage.Id, view.Profile.Id));
        Assert.DoesNotContain(view.Requirements, r => r.Status == "missing");
        Assert.Empty(view.Findings);
        Assert.DoesNotContain(view.Clocks, c => c.Phase is "missed" or "met-late");
        Assert.Equal("met", view.Clocks.Single(c => c.Rule == "archive").Phase);
        Assert.All(view.Acts.SelectMany(a => a.Recordings), r => Assert.Equal(64, r.Sha256?.Length));
        Assert.Contains(view.Acts, a => a is { Av: "required", Recordings.IsEmpty: false });

        var row = await world.Rows.CaseAsync(BureauScope.City, file.Id, CancellationToken.None);
        Assert.Equal((view.Number, "archived", 0, 0, view.Proof.Entries), (row!.Number, row.Stage, row.MissedCount, row.MissingCount, row.Sequence));
        Assert.Equal(view.ArchivedAt, row.ArchivedAt);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_recording_stored_for_an_act_is_linked_to_the_case_and_its_terms_are_met(string code)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = await new CaseDriver(world, code, $"{code}-1", Walks.ActTypeOf(code), Walks.OriginOf(code)).Do([.. Walks.Ended(code).TakeWhile(s => s != "hearing"), "hearing"]);

        var act = (await file.ViewAsync()).Acts.First(a => a is { Av: "required", Recordings.IsEmpty: false });
        var recording = await new RecordingDriver(world, file.Bureau, act.Recordings[0].Id).ViewAsync();

        Assert.Equal((file.Id, act.Id, act.Recordings[0].Sha256), (recording.CaseId, recording.ActId, recording.File?.Sha256));
        Assert.Equal(code is "GC" ? [] : ["met"], recording.Clocks.Where(c => c.Rule == "hand-in").Select(c => c.Phase));
        Assert.Equal(code is "GC" ? [] : ["met"], (await file.ViewAsync()).Clocks.Where(c => c.Rule == "act-hand-in" && c.SubjectId == act.Id).Select(c => c.Phase));
    }
}
