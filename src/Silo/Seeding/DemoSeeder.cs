using System.Collections.Immutable;
using System.Text.Json;
using Enforcement.Domain;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Health;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Time;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Seeding;

/// <summary>
/// Makes the demo city: five bureaus, their people, some three hundred cases of the last hundred days, by the same commands as real work, while
/// the training clock is advanced from act to act. Killed in the middle it goes on where it was: command ids come from the plan.
/// </summary>
internal sealed partial class DemoSeeder(
    Installation installation, LegalClock clock, IGrainFactory grains, IRegulationReader law, IDeadlineSweep sweep, DemoRecordings recordings, DemoRecorders recorders, Settings settings,
    ILogger<DemoSeeder> logger)
    : BackgroundService, ISeedStatus
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(100);
    private volatile int _done;
    private volatile int _all = 1;
    private volatile bool _seeding = installation.Demo;

    /// <summary>How far before now the clock of a new demo city starts.</summary>
    public static TimeSpan StartsBefore => Past;

    public bool Seeding => _seeding;

    public string Progress => _seeding ? $"{100L * _done / _all} %" : string.Empty;

    private string PlanFile => installation.PathOf("demo.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!installation.Demo)
        {
            return;
        }

        try
        {
            var plan = Plan();
            if (!plan.Done)
            {
                await RegisterAsync(plan);
                await recorders.MakeAsync(stoppingToken);
                await WalkAsync(plan, stoppingToken);
                await AdvanceAsync(plan.Until);
                await sweep.SweepAsync(stoppingToken);
                Save(plan with { Done = true });
                LogDone(logger, settings.Demo.Cases);
            }

            await recorders.MakeAsync(stoppingToken); // a city of an earlier program has none

            _seeding = false;
        }
        catch (OperationCanceledException)
        {
            LogStopped(logger, Progress);
        }
        catch (Exception e)
        {
            // What was made stays and works; the next start goes on. The platform itself must not stop for its demo.
            LogFailed(logger, Progress, e);
            _seeding = false;
        }
    }

    private async Task RegisterAsync(DemoState plan)
    {
        foreach (var bureau in DemoBureaus.All)
        {
            await grains.GetGrain<IBureauGrain>(bureau.Code).FoundAsync(
                new FoundBureau(bureau.Name.Zh, bureau.Name.En, bureau.Mark, bureau.Code, bureau.District), Seeder($"found-{bureau.Code}"));
        }

        // From the plan, so that a start that goes on registers the same, and no demo begins with certificates that are over.
        DateOnly certified = new(plan.From.ToOffset(TimeSpan.FromHours(8)).Year + 2, 12, 31);
        foreach (var person in DemoPeople.All)
        {
            await grains.GetGrain<IOfficerGrain>(person.Id).RegisterAsync(
                new RegisterOfficer(person.Name, person.Bureau, person.Certificate, person.Certificate.Length > 0 ? certified : null, [Kebab.Of(person.Role)]), Seeder($"register-{person.Id}"));
        }
    }

    private async Task WalkAsync(DemoState plan, CancellationToken stoppingToken)
    {
        var steps = DemoPlan.Make(plan.From, plan.Until, settings.Demo.Cases, plan.Seed)
            .SelectMany(c => c.Steps.Select((s, i) => (Case: c, s.Step, s.At, Index: i)))
            .OrderBy(x => x.At)
            .ThenBy(x => x.Case.Id, StringComparer.Ordinal)
            .ToArray();
        _all = steps.Length;
        HashSet<string> stuck = [];
        var day = plan.From;
        foreach (var (demo, step, at, index) in steps)
        {
            stoppingToken.ThrowIfCancellationRequested();
            await AdvanceAsync(at);
            if (at - day > TimeSpan.FromHours(12))
            {
                await sweep.SweepAsync(stoppingToken);
                day = at;
            }

            if (!stuck.Contains(demo.Id) && !await DoAsync(demo, step, index, at))
            {
                stuck.Add(demo.Id);
            }

            _done++;
        }
    }

    private async Task<bool> DoAsync(DemoCase demo, DemoStep step, int index, DateTimeOffset at)
    {
        var forms = law.Acts(law.Profiles().First(p => p.Code == demo.Bureau).Id);
        if (forms.FirstOrDefault(f => f.Kind == step.Kind) is not { } form || (!form.ActTypes.IsEmpty && !form.ActTypes.Contains(demo.ActType)))
        {
            return true;
        }

        var by = Somebody(demo, form);
        var caller = new Caller(by.Id, by.Name, Kebab.Of(by.Role), by.Bureau, by.Certificate.Length > 0 ? by.Certificate : null, $"{demo.Id}-{index}");
        var made = form.Av.Any(a => a is { Need: "required", Conditional: false }) && !demo.ForgetsRecordings
            ? await recordings.MakeAsync(demo, index, step.Kind, by, clock.Now, store: !demo.KeepsRecordings)
            : [];
        var draft = DemoForms.Fill(form, step, demo.Matter, demo.Officers, by.Name, made, at); // from the plan, not from the clock: the same step again is the same command
        var target = grains.GetGrain<ICaseGrain>(demo.Id);
        if (step.Kind == "archive-handover")
        {
            await recordings.DescribeAsync(target, demo, caller);
        }

        var reply = index == 0
            ? await target.OpenAsync(new OpenCase(demo.Bureau, demo.ActType, demo.Origin, demo.Matter.Cause, new PartyInfo(demo.Matter.Party, "organisation", null, demo.Matter.Place), draft), caller)
            : await target.RecordActAsync(draft, caller);
        if (!reply.Done)
        {
            LogRefused(logger, demo.Id, step.Kind, string.Join("; ", reply.Broken.Select(b => $"{b.Code} {b.Member} {b.Text.Zh}")));
        }

        return reply.Done;
    }

    private static DemoPerson Somebody(DemoCase demo, ActFormView form) =>
        form.Roles.Contains("officer") ? demo.Officers[0]
        : DemoPeople.All.First(p => p.Bureau == demo.Bureau && form.Roles.Contains(Kebab.Of(p.Role)));

    /// <summary>The clock runs on by itself: it is moved only to an instant that it cannot have reached by then.</summary>
    private Task AdvanceAsync(DateTimeOffset at) => at > clock.Display + TimeSpan.FromMinutes(1) ? clock.AdvanceToAsync(at) : Task.CompletedTask;

    private static Caller Seeder(string command) => new("demo", "演示数据", "administrator", "CITY", null, command);

    private DemoState Plan()
    {
        if (File.Exists(PlanFile))
        {
            return JsonSerializer.Deserialize<DemoState>(File.ReadAllBytes(PlanFile))!;
        }

        var plan = new DemoState(clock.Now, clock.Now + Past, Seed: 20260801, Done: false);
        Save(plan);
        return plan;
    }

    private void Save(DemoState plan) => Durable.Replace(PlanFile, JsonSerializer.SerializeToUtf8Bytes(plan));

    private sealed record DemoState(DateTimeOffset From, DateTimeOffset Until, int Seed, bool Done);

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo city is ready: {Cases} cases")]
    private static partial void LogDone(ILogger logger, int cases);

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo city stopped at {Progress}; it goes on at the next start")]
    private static partial void LogStopped(ILogger logger, string progress);

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo city could not be finished ({Progress}); it goes on at the next start")]
    private static partial void LogFailed(ILogger logger, string progress, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo case {CaseId} stays where it is, refused at {Kind}: {Rules}")]
    private static partial void LogRefused(ILogger logger, string caseId, string kind, string rules);
}
