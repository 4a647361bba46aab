using System.Globalization;
using System.Text.Json.Nodes;

namespace Enforcement.Walk;

/// <summary>Walks one case from start to archive and prints its terms with their articles as they begin, are met, or are missed.</summary>
internal sealed class CaseWalk(Office office, Course course, byte[] file, bool missed, TextWriter output)
{
    private readonly string _case = $"walk-{office.Run}-{course.Code.ToLowerInvariant()}{(missed ? "-missed" : string.Empty)}";
    private readonly Dictionary<string, string> _phases = [];
    private readonly HashSet<string> _missed = [];
    private string[] _officers = [];

    public async Task RunAsync()
    {
        await FoundAsync();
        var profile = (await office.AsAsync("officer", course.Bureau, HttpMethod.Get, "/api/v1/regulations")).AsArray().First(p => Form.Text(p!, "code") == course.Code)!;
        var forms = (await office.AsAsync("officer", course.Bureau, HttpMethod.Get, $"/api/v1/regulations/profiles/{Form.Text(profile, "id")}/acts")).AsArray();
        await output.WriteLineAsync($"\n{course.Code} {profile["title"]!["zh"]} ({Form.Text(profile, "id")}, {Form.Text(profile, "hash")[..12]})");
        for (var i = 0; i < course.Steps.Length; i++)
        {
            var form = forms.FirstOrDefault(f => Form.Text(f!, "kind") == course.Steps[i].Kind)
                ?? throw new RefusedException($"{course.Code} does not know the act {course.Steps[i].Kind}");
            await StepAsync(course.Steps[i], form, i);
        }

        await CloseAsync();
    }

    private async Task FoundAsync()
    {
        await office.AdminAsync(HttpMethod.Put, $"/api/v1/bureaus/{course.Bureau}", new { nameZh = course.NameZh, nameEn = course.NameEn, mark = course.Mark, profileCode = course.Code, district = "示范区" }, $"{office.Run}-found-{course.Bureau}");
        _officers = [$"walk-{course.Code.ToLowerInvariant()}-1", $"walk-{course.Code.ToLowerInvariant()}-2"];
        foreach (var (id, name) in _officers.Zip(["王一鸣", "𠮷田清"]))
        {
            await office.AdminAsync(
                HttpMethod.Put, $"/api/v1/officers/{id}",
                new { name, bureau = course.Bureau, certificate = $"{course.Code}-{id[^1]}", certificateValidUntil = "2035-12-31", roles = new[] { "officer" }, active = true }, $"{office.Run}-{id}");
        }
    }

    private async Task StepAsync(Step step, JsonNode form, int index)
    {
        if (missed && index > 0)
        {
            await MissAllAsync();
        }

        var now = await NowAsync();
        var recording = Form.NeedsRecording(form) ? await AnnounceAsync(index, now) : null;
        if (step.Kind == "archive-handover")
        {
            await HandInAsync();
        }

        var role = RoleFor(form);
        var draft = Form.Fill(form, step, _officers, recording, now);
        var reply = index == 0
            ? await office.AsAsync(role, course.Bureau, HttpMethod.Put, $"/api/v1/cases/{_case}", Opening(draft), $"{_case}-{index}")
            : await office.AsAsync(role, course.Bureau, HttpMethod.Post, $"/api/v1/cases/{_case}/acts", draft, $"{_case}-{index}");
        await output.WriteLineAsync($"  {Time(now)} {Form.Zh(form)}（{Form.Text(form, "article")}）  {role}{(index == 0 ? $"  {reply["reference"]}" : string.Empty)}");
        if (recording is not null && !missed)
        {
            await Tus.SendAsync(await office.ProgramAsync("officer", course.Bureau), recording, $"{Form.Zh(form)}.webm", file);
        }

        await PrintClocksAsync();
    }

    private JsonObject Opening(JsonObject first) => new()
    {
        ["bureau"] = course.Bureau,
        ["actType"] = course.ActType,
        ["origin"] = course.Origin,
        ["title"] = course.Title,
        ["party"] = new JsonObject { ["name"] = course.Party, ["kind"] = "organisation" },
        ["first"] = first,
    };

    private async Task<string> AnnounceAsync(int index, DateTimeOffset now)
    {
        var id = $"{_case}-rec-{index}";
        await office.AsAsync(
            "officer", course.Bureau, HttpMethod.Put, $"/api/v1/recordings/{id}",
            new { bureau = course.Bureau, recorderId = $"{course.Code}-JLY-1", officerId = _officers[0], mode = "video", startedAt = now.AddMinutes(-20), endedAt = now.AddMinutes(-1), place = "现场" }, $"{id}-announce");
        return id;
    }

    /// <summary>Before the file is handed over: what was kept back is handed in, late, and every recording is described where the regulation asks for it.</summary>
    private async Task HandInAsync()
    {
        var view = await ViewAsync();
        foreach (var recording in view["acts"]!.AsArray().SelectMany(a => a!["recordings"]!.AsArray()).ToArray())
        {
            var id = Form.Text(recording!, "id");
            if (recording!["storedAt"] is null)
            {
                await Tus.SendAsync(await office.ProgramAsync("officer", course.Bureau), id, $"{id}.webm", file);
            }

            var fields = new JsonObject(view["recordingFields"]!.AsArray().Select(f => KeyValuePair.Create(Form.Text(f!, "id"), (JsonNode?)(Form.Text(f!, "type") is "date" or "instant" ? view["openedAt"]!.GetValue<string>()[..(Form.Text(f!, "type") == "date" ? 10 : 19)] + (Form.Text(f!, "type") == "date" ? string.Empty : "Z") : $"{Form.Zh(f!)}：执法记录仪现场摄录"))));
            if (fields.Count > 0)
            {
                await office.AsAsync("officer", course.Bureau, HttpMethod.Post, $"/api/v1/cases/{_case}/recordings/{id}/description", new JsonObject { ["fields"] = fields, ["transcript"] = "现场对话文字记录" }, $"{id}-describe");
            }
        }
    }

    private async Task MissAllAsync()
    {
        for (var round = 0; round < 40; round++)
        {
            var due = (await ViewAsync())["clocks"]!.AsArray()
                .Where(c => Form.Text(c!, "phase") == "running" && c!["dueAt"] is not null)
                .Select(c => c!["dueAt"]!.GetValue<DateTimeOffset>())
                .Order()
                .ToArray();
            if (due.Length == 0)
            {
                return;
            }

            await office.AdminAsync(HttpMethod.Post, "/api/v1/clock/advance", new { to = due[0].AddSeconds(61) }, $"{_case}-advance-{due[0].Ticks}");
            await PrintClocksAsync();
        }

        throw new RefusedException("Terms go on running although the clock was advanced past each of them.");
    }

    private async Task PrintClocksAsync()
    {
        foreach (var clock in (await ViewAsync())["clocks"]!.AsArray())
        {
            var (id, phase) = (Form.Text(clock!, "clock"), Form.Text(clock!, "phase"));
            if (clock!["missedDetectedAt"] is not null)
            {
                _missed.Add(id);
            }

            if (_phases.GetValueOrDefault(id) != phase)
            {
                _phases[id] = phase;
                await output.WriteLineAsync($"      [{phase}] {Form.Zh(clock)}：{clock["sentence"]!["zh"]}");
            }
        }
    }

    private async Task CloseAsync()
    {
        var view = await ViewAsync();
        var stage = Form.Text(view["stage"]!, "id");
        var missing = view["requirements"]!.AsArray().Count(r => Form.Text(r!, "status") == "missing");
        var findings = view["findings"]!.AsArray().Count;
        var legal = view["clocks"]!.AsArray().Where(c => !c!["advisory"]!.GetValue<bool>() && c["dueAt"] is not null && Form.Text(c!, "phase") != "cancelled").Select(c => Form.Text(c!, "clock")).ToArray();
        await output.WriteLineAsync($"  {course.Code}: {stage}, {view["acts"]!.AsArray().Count} acts, {missing} missing, {legal.Length} terms, {_missed.Count(legal.Contains)} missed, {findings} findings, {view["proof"]!["entries"]} entries, head {Form.Text(view["proof"]!, "headHash")[..16]}");
        var kept = legal.Except(_missed).ToArray();
        if (stage != "archived" || missing > 0 || (missed ? kept.Length > 0 : findings > 0))
        {
            throw new RefusedException($"{course.Code}: the case did not end as it should ({stage}, {missing} missing, {findings} findings, kept: {string.Join(", ", kept)}).");
        }
    }

    private Task<JsonNode> ViewAsync() => office.AsAsync("officer", course.Bureau, HttpMethod.Get, $"/api/v1/cases/{_case}");

    private async Task<DateTimeOffset> NowAsync() => (await office.AsAsync("officer", course.Bureau, HttpMethod.Get, "/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>();

    private static string RoleFor(JsonNode form)
    {
        var roles = form["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ToArray();
        return roles.Contains("officer") ? "officer" : roles[0];
    }

    private static string Time(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
