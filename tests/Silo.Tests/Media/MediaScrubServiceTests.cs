using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Enforcement.Domain.Access;
using Enforcement.Grains.Media;
using Enforcement.Silo.Tests.Uploads;
using Enforcement.Storage.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Media;

public sealed class MediaScrubServiceTests
{
    private const string Path = "/api/v1/media/scrub";

    [Fact]
    public async Task An_administrator_has_everything_read_now_and_sees_what_was_found()
    {
        var alarm = new TestAlarm();
        await using var silo = await SiloFixture.StartAsync(adjust: services => services.AddSingleton<IMediaAlarm>(alarm));
        var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);
        await CompletedAsync(administrator, _ => true, "the first pass, at start");
        var media = await StoreAsync(silo, UploadServer.Bytes(3000, seed: 1));
        await StoreAsync(silo, UploadServer.Bytes(3000, seed: 2));
        Flip(silo.Services.GetRequiredService<MediaFolders>().Object(media.Sha256));

        using var asked = await administrator.Http.PostAsync(Path, null);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var pass = await CompletedAsync(administrator, pass => pass.GetProperty("files").GetInt64() == 2, "the pass that was asked for");
        Assert.Equal(1, pass.GetProperty("findings").GetInt64());
        Assert.Equal((media.Sha256, MediaFault.Leaf), (alarm.Findings.Single().Sha256, alarm.Findings.Single().Fault));
    }

    [Fact]
    public async Task An_officer_may_not_ask()
    {
        await using var silo = await SiloFixture.StartAsync();
        var officer = await silo.SignInAsync(Role.Officer, "CM");
        using var refused = await officer.Http.PostAsync(Path, null);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<JsonElement> CompletedAsync(ApiClient client, Func<JsonElement, bool> wanted, string what)
    {
        var pass = default(JsonElement);
        await Eventually.AsyncTrue(
            async () =>
            {
                var view = JsonElement.Parse(await client.Http.GetStringAsync(Path));
                pass = view.GetProperty("pass");
                return pass.ValueKind == JsonValueKind.Object && pass.GetProperty("completedAt").ValueKind == JsonValueKind.String && wanted(pass);
            },
            what);
        return pass;
    }

    private static async Task<StoredMedia> StoreAsync(SiloFixture silo, byte[] bytes)
    {
        var staging = silo.Services.GetRequiredService<IMediaStaging>();
        var now = TimeProvider.System.GetUtcNow();
        var file = await staging.CreateAsync(
            new NewStagedFile(Guid.NewGuid().ToString("N"), bytes.Length, "test", ImmutableSortedDictionary<string, string>.Empty, null, now, now.AddDays(1)), default);
        await using var lease = await staging.TryLeaseAsync(file.UploadId, default);
        await lease!.AppendAsync(new MemoryStream(bytes), null, default);
        var media = await lease.CompleteAsync(default);
        await lease.SettleAsync("{}", default);
        return media;
    }

    private static void Flip(string path)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var bytes = File.ReadAllBytes(path);
        bytes[7] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
