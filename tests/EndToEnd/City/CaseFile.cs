using System.Text.Json.Nodes;
using Enforcement.Walk;

namespace Enforcement.EndToEnd.Tests.City;

/// <summary>A case of the City Management Bureau, carried on over the interface for programs by the people whose acts these are.</summary>
internal sealed class CaseFile(DemoCity city, string id)
{
    private static readonly Course Course = Course.All.Single(course => course.Code == "CM");

    public string Id => id;

    public string Address => $"/cases/{id}";

    /// <summary>Starts an urgent case: <paramref name="title"/> is its cause.</summary>
    public static async Task<CaseFile> StartAsync(DemoCity city, string title, string party = "畅通管道工程有限公司")
    {
        var file = new CaseFile(city, $"e2e-{Guid.NewGuid():n}");
        var officer = await city.PersonAsync("cm-officer");
        var step = Course.Steps[0];
        await officer.SendAsync(HttpMethod.Put, $"/api/v1/cases/{file.Id}", new JsonObject
        {
            ["bureau"] = "CM",
            ["actType"] = Course.ActType,
            ["origin"] = Course.Origin,
            ["title"] = title,
            ["party"] = new JsonObject { ["name"] = party, ["kind"] = "organisation" },
            ["first"] = Form.Fill(await FormAsync(officer, step.Kind), step, [], null, await NowAsync(officer)),
        });
        return file;
    }

    /// <summary>The number that people know it by.</summary>
    public async Task<string> NumberAsync() => Form.Text(await ViewAsync(await city.PersonAsync("cm-officer")), "number");

    /// <summary>Carries the case on through every act between two of its course.</summary>
    /// <param name="after">The last act that is done already.</param>
    /// <param name="through">The last act to be done here.</param>
    public async Task WalkAsync(string after, string through)
    {
        foreach (var step in Course.Steps.SkipWhile(step => step.Kind != after).Skip(1).TakeWhile(step => step.Kind != through))
        {
            await RecordAsync(step);
        }

        await RecordAsync(Course.Steps.Single(step => step.Kind == through));
    }

    /// <summary>Gives every recording of the case the description that the regulation asks for.</summary>
    public async Task DescribeRecordingsAsync()
    {
        var officer = await city.PersonAsync("cm-officer");
        var view = await ViewAsync(officer);
        foreach (var recording in view["acts"]!.AsArray().SelectMany(act => act!["recordings"]!.AsArray()))
        {
            JsonObject fields = [];
            foreach (var field in view["recordingFields"]!.AsArray())
            {
                fields[Form.Text(field!, "id")] = Form.Text(field!, "type") switch
                {
                    "date" => Form.Text(view, "openedAt")[..10],
                    "instant" => Form.Text(view, "openedAt"),
                    _ => $"{Form.Zh(field!)}：执法记录仪现场摄录",
                };
            }

            await officer.SendAsync(HttpMethod.Post, $"/api/v1/cases/{id}/recordings/{Form.Text(recording!, "id")}/description", new JsonObject { ["fields"] = fields, ["transcript"] = "现场对话文字记录" });
        }
    }

    private async Task RecordAsync(Step step)
    {
        var form = await FormAsync(await city.PersonAsync("cm-officer"), step.Kind);
        var roles = form["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ToArray();
        var person = await city.PersonAsync($"cm-{(roles.Contains("officer") ? "officer" : roles[0])}");
        var now = await NowAsync(person);
        var recording = Form.NeedsRecording(form) ? await HandInAsync(now) : null;
        await person.SendAsync(HttpMethod.Post, $"/api/v1/cases/{id}/acts", Form.Fill(form, step, ["cm-officer", "cm-officer-2"], recording, now));
    }

    private async Task<string> HandInAsync(DateTimeOffset now)
    {
        var officer = await city.PersonAsync("cm-officer");
        var recording = $"e2e-{Guid.NewGuid():n}";
        await officer.SendAsync(HttpMethod.Put, $"/api/v1/recordings/{recording}", new { bureau = "CM", officerId = "cm-officer", mode = "video", startedAt = now.AddMinutes(-2), endedAt = now.AddSeconds(-5), place = "现场" });
        await Tus.SendAsync(officer.Client, recording, "现场.webm", Film.Make(64 * 1024));
        return recording;
    }

    private Task<JsonNode> ViewAsync(Person person) => person.ReadAsync($"/api/v1/cases/{id}");

    private static async Task<DateTimeOffset> NowAsync(Person person) => (await person.ReadAsync("/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>();

    private static async Task<JsonNode> FormAsync(Person person, string kind)
    {
        var profile = (await person.ReadAsync("/api/v1/regulations")).AsArray().First(profile => Form.Text(profile!, "code") == "CM")!;
        return (await person.ReadAsync($"/api/v1/regulations/profiles/{Form.Text(profile, "id")}/acts")).AsArray().First(form => Form.Text(form!, "kind") == kind)!;
    }
}
