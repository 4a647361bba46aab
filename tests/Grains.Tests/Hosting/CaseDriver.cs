using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>Drives one case through its grain as a client does: every form is filled in from the form the grain itself gives. One hour passes before each step.</summary>
internal sealed class CaseDriver(GrainWorld world, string code, string id, string actType = "penalty", string origin = "urgent")
{
    private int _recordings;

    public string Id => id;

    /// <summary>Whether acts that need a recording get one, announced and stored before the act.</summary>
    public bool Films { get; set; } = true;

    /// <summary>How much time passes before each step.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromHours(1);

    public string Bureau => code.ToLowerInvariant();

    public ICaseGrain Grain => world.Grains.GetGrain<ICaseGrain>(id);

    /// <summary>Does all steps; a refused one fails the test with its codes.</summary>
    public async Task<CaseDriver> Do(params string[] steps)
    {
        foreach (var step in steps)
        {
            var reply = await TryAsync(step);
            Assert.True(reply.Done, $"{code}, {step}: {(reply.Done ? string.Empty : string.Join("; ", reply.Broken.Select(b => $"{b.Code} {b.Member} {b.Article} {b.Text.En}")))}");
        }

        return this;
    }

    /// <summary>Tries one step: <c>kind field=value …</c>.</summary>
    public async Task<CommandReply> TryAsync(string step, Func<ActDraft, ActDraft>? change = null, string? person = null, string? role = null)
    {
        world.Clock.Advance(Pace);
        var (draft, form, opened) = await FillAsync(step);
        draft = change?.Invoke(draft) ?? draft;
        var caller = world.As(role ?? form?.Roles.FirstOrDefault() ?? "officer", Bureau, person);
        var reply = opened
            ? await GrainWorld.SendAsync(() => Grain.RecordActAsync(draft, caller))
            : await GrainWorld.SendAsync(() => Grain.OpenAsync(Opening(draft), caller));
        if (reply.Done && opened)
        {
            await DescribeAsync(draft.Recordings);
        }

        return reply;
    }

    /// <summary>The codes of the rules that refuse a step, in order.</summary>
    public async Task<IEnumerable<string>> RefusedAsync(string step, Func<ActDraft, ActDraft>? change = null, string? person = null)
    {
        var reply = await TryAsync(step, change, person);
        Assert.False(reply.Done, $"{step} was not refused");
        return reply.Broken.Select(b => b.Code);
    }

    public OpenCase Opening(ActDraft first) => new(Bureau, actType, origin, "占道经营案", new PartyInfo("某商行", "organisation", "91310000MA1K00000X"), first);

    /// <summary>The form of a step, filled in, and whether the case is there already. Recordings that it may need are announced and stored.</summary>
    public async Task<(ActDraft Draft, ActFormView? Form, bool Opened)> FillAsync(string step)
    {
        var parts = step.Split(' ');
        var view = await FindAsync();
        var form = view is null
            ? world.Regulations.Openings(code, ChinaTime.DayOf(world.Clock.Now)).SingleOrDefault(f => f.Kind == parts[0])
            : view.Next.FirstOrDefault(n => n.Form.Kind == parts[0])?.Form ?? world.Regulations.Acts(view.Profile.Id).SingleOrDefault(f => f.Kind == parts[0]);
        var said = parts.Skip(1).Select(p => p.Split('=')).ToImmutableDictionary(p => p[0], p => p[1]);
        if (form is null)
        {
            return (new ActDraft { Kind = parts[0], Fields = said }, null, view is not null);
        }

        Assert.All(said.Keys, k => Assert.True(form.Fields.Any(f => f.Id == k), $"{form.Kind} has no field {k}"));
        var needed = Films && form.Av.FirstOrDefault(a => a.Need == "required") is { } av ? [await RecordAsync(av)] : ImmutableArray<string>.Empty;
        return (
            new ActDraft
            {
                Kind = form.Kind,
                Fields = form.Fields.ToImmutableDictionary(f => f.Id, f => said.GetValueOrDefault(f.Id) ?? Value(f)),
                Officers = form.MinOfficers == 0 ? [] : [new($"{Bureau}-o1", true), new($"{Bureau}-o2", true)],
                Documents = [.. form.Documents.Select(d => new DocumentInfo(d.Id))],
                Signatures = [.. form.Signatures.Select(s => new SignatureInfo(s.By, "某人"))],
                Recordings = needed,
            },
            form,
            view is not null);
    }

    public Task<CaseView?> FindAsync() => GrainWorld.SendAsync(() => Grain.ViewAsync(world.As("officer", Bureau)));

    public async Task<CaseView> ViewAsync() => await FindAsync() ?? throw new InvalidOperationException($"Case {id} was never opened.");

    public async Task<ClockView> ClockAsync(string rule) => (await ViewAsync()).Clocks.Single(c => c.Rule == rule);

    public async Task<ActView> LastAsync(string kind) => (await ViewAsync()).Acts.Last(a => a.Kind == kind);

    /// <summary>Does something else than recording an act, in a role; refused, it fails the test.</summary>
    public async Task<CaseDriver> Do(string role, Func<ICaseGrain, Interfaces.Access.Caller, Task<CommandReply>> command)
    {
        var reply = await TryAsync(role, command);
        Assert.True(reply.Done, reply.Done ? null : string.Join("; ", reply.Broken.Select(b => b.Code)));
        return this;
    }

    public Task<CommandReply> TryAsync(string role, Func<ICaseGrain, Interfaces.Access.Caller, Task<CommandReply>> command)
    {
        var caller = world.As(role, Bureau);
        return GrainWorld.SendAsync(() => command(Grain, caller));
    }

    public Task<int> CheckAsync() => GrainWorld.SendAsync(Grain.CheckDeadlinesAsync);

    /// <summary>A recording of this bureau that nobody has announced yet.</summary>
    public RecordingDriver NewRecording() => new(world, Bureau, $"{id}-r{Interlocked.Increment(ref _recordings)}");

    private static string Value(FormField field) => field.Type switch
    {
        "boolean" => "false",
        "choice" => field.Choices[0].Id,
        "number" or "money" => "1",
        "date" => "2026-04-01",
        "instant" => "2026-03-02T09:00:00+08:00",
        _ => "如实记录",
    };

    private async Task<string> RecordAsync(FormAv av)
    {
        var recording = await NewRecording().AnnounceAsync(av.Modes is [var mode, ..] ? mode : "video");
        await recording.StoreAsync();
        return recording.Id;
    }

    private async Task DescribeAsync(ImmutableArray<string> recordings)
    {
        if (!recordings.IsEmpty && await ViewAsync() is { RecordingFields: { IsEmpty: false } fields })
        {
            foreach (var recording in recordings)
            {
                var caller = world.As("officer", Bureau);
                var request = new DescribeRecording(recording, fields.ToImmutableDictionary(f => f.Id, _ => "如实说明"));
                var described = await GrainWorld.SendAsync(() => Grain.DescribeRecordingAsync(request, caller));
                Assert.True(described.Done);
            }
        }
    }
}
