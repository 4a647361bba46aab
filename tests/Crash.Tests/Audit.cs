using System.Text.Json.Nodes;
using Enforcement.Walk;

namespace Enforcement.Crash.Tests;

/// <summary>Holds a started program to everything that was promised before it was killed.</summary>
internal static class Audit
{
    /// <summary>Every acknowledged command stands in its stream once, where it was said to stand.</summary>
    public static async Task CommandsAsync(Office office, string bureau, Journal journal)
    {
        foreach (var stream in journal.Commands.GroupBy(c => c.Stream))
        {
            var (kind, id) = (stream.Key.Split('/')[0], stream.Key.Split('/')[1]);
            var ledger = await office.AsAsync("officer", bureau, HttpMethod.Get, $"/api/v1/{kind}s/{id}/ledger");
            var entries = ledger["entries"]!.AsArray().Select(e => e!["entry"]!).Select(e => (Command: Form.Text(e, "commandId"), Name: Form.Text(e, "name"), Sequence: e["sequence"]!.GetValue<long>())).ToLookup(e => e.Command);
            foreach (var command in stream)
            {
                var written = entries[command.Command].ToArray();
                Assert.True(written.Count(e => e.Name == command.Event) == 1, $"{command.Command} stands {written.Count(e => e.Name == command.Event)} times in {stream.Key}");
                Assert.Equal(command.Sequence, written.Max(e => e.Sequence));
            }

            // What was never answered is there once or not at all; terms and findings of one command may be several.
            var twice = entries.SelectMany(e => e).Where(e => e.Name.StartsWith("case.", StringComparison.Ordinal) || e.Name.StartsWith("recording.", StringComparison.Ordinal)).GroupBy(e => (e.Command, e.Name)).Where(g => g.Count() > 1);
            Assert.Empty(twice.Select(g => $"{g.Key} in {stream.Key}"));
        }
    }

    /// <summary>Every acknowledged file comes back byte for byte, under its hash, and its act has it.</summary>
    public static async Task FilesAsync(Office office, string bureau, IEnumerable<HandedIn> files)
    {
        var client = await office.ProgramAsync("officer", bureau);
        foreach (var file in files)
        {
            var recording = await office.AsAsync("officer", bureau, HttpMethod.Get, $"/api/v1/recordings/{file.Recording}");
            Assert.Equal(file.Sha256, Form.Text(recording["file"]!, "sha256"));
            using var content = await client.GetAsync(new Uri($"/api/v1/recordings/{file.Recording}/content", UriKind.Relative));
            Assert.True(content.IsSuccessStatusCode, $"{file.Recording}: {(int)content.StatusCode}");
            Assert.True((await content.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(file.Content), $"{file.Recording} came back with other bytes");
            var view = await office.AsAsync("officer", bureau, HttpMethod.Get, $"/api/v1/cases/{Form.Text(recording, "caseId")}");
            Assert.Equal(file.Sha256, view["acts"]!.AsArray().SelectMany(a => a!["recordings"]!.AsArray()).Single(r => Form.Text(r!, "id") == file.Recording)!["sha256"]!.GetValue<string>());
        }
    }

    /// <summary>The findings of streams, from the supervisor's list: nobody looks at the case itself, so that only the program can have found them.</summary>
    public static async Task<string[]> FoundAsync(Office office, string bureau, string stream)
    {
        var page = await office.AsAsync("supervisor", bureau, HttpMethod.Get, $"/api/v1/findings?stream={Uri.EscapeDataString(stream)}");
        return [.. (page["items"] ?? page["rows"])!.AsArray().Select(f => Form.Text(f!, "findingId"))];
    }
}
