using System.Text.Json.Nodes;
using Enforcement.Walk;

namespace Enforcement.Crash.Tests;

/// <summary>One client of the public API that works on, case after case, whatever happens to the process: what was not answered is sent again under its old id.</summary>
internal sealed class Writer(Office office, JsonArray forms, string bureau, string[] officers, string name, int seed, Journal journal)
{
    private readonly Random _random = new(seed);
    private readonly Queue<Func<Task>> _work = new();
    private int _cases;
    private bool _unanswered;

    /// <summary>The last case that was begun; its terms run.</summary>
    public string? LastCase { get; private set; }

    /// <summary>Works until the process is gone.</summary>
    /// <returns>When a call has failed because nobody was there to answer.</returns>
    public async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                if (_work.Count == 0)
                {
                    Plan();
                }

                if (_unanswered)
                {
                    journal.CountRepeated();
                }

                _unanswered = true;
                await _work.Peek()();
                _unanswered = false;
                _work.Dequeue();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // Killed in the middle of a call: whether it was done is not known, so that it is done again.
        }
    }

    private void Plan()
    {
        var (file, recording) = ($"{name}-{++_cases}", $"{name}-{_cases}-r");
        LastCase = file;
        var upload = new Upload(recording, Bytes());
        Command("case.opened", HttpMethod.Put, $"/api/v1/cases/{file}", $"case/{file}", now => Opening(Fill("urgent-start", now, null)));
        Command("recording.announced", HttpMethod.Put, $"/api/v1/recordings/{recording}", $"recording/{recording}", now => new JsonObject
        {
            ["bureau"] = bureau,
            ["recorderId"] = "recorder-7",
            ["officerId"] = officers[0],
            ["mode"] = "video",
            ["startedAt"] = now.AddMinutes(-9),
            ["endedAt"] = now.AddMinutes(-1),
        });
        Command("case.act-recorded", HttpMethod.Post, $"/api/v1/cases/{file}/acts", $"case/{file}", now => Fill("on-site-inspection", now, recording));
        _work.Enqueue(async () => await upload.SendAsync(await office.ProgramAsync("officer", bureau), journal));
        for (var i = 0; i < 3; i++)
        {
            Command("case.act-recorded", HttpMethod.Post, $"/api/v1/cases/{file}/acts", $"case/{file}", _ => new JsonObject { ["kind"] = "note", ["fields"] = new JsonObject { ["content"] = "补充记录" } });
        }

        Command("case.document-attached", HttpMethod.Post, $"/api/v1/cases/{file}/documents", $"case/{file}", _ => new JsonObject { ["act"] = "a1", ["document"] = new JsonObject { ["id"] = "list", ["title"] = "清单" } });
    }

    private void Command(string @event, HttpMethod method, string path, string stream, Func<DateTimeOffset, JsonNode> body)
    {
        // The body is made once: the same id must carry the same payload.
        var (id, made) = ($"{name}-{_cases}-{_work.Count}-{@event}", (JsonNode?)null);
        _work.Enqueue(async () =>
        {
            made ??= body((await office.AsAsync("officer", bureau, HttpMethod.Get, "/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>());
            var reply = await office.AsAsync("officer", bureau, method, path, made, id);
            journal.Done(new Acknowledged(stream, id, @event, reply["sequence"]!.GetValue<long>()));
        });
    }

    private JsonObject Fill(string kind, DateTimeOffset now, string? recording) =>
        Form.Fill(forms.First(f => Form.Text(f!, "kind") == kind)!, new Step(kind), officers, recording, now);

    private JsonObject Opening(JsonObject first) => new()
    {
        ["bureau"] = bureau,
        ["actType"] = "penalty",
        ["origin"] = "urgent",
        ["title"] = "占道经营",
        ["party"] = new JsonObject { ["name"] = "某商行", ["kind"] = "organisation" },
        ["first"] = first,
    };

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(50_000, 1_500_000)];
        _random.NextBytes(bytes);
        return bytes;
    }
}
