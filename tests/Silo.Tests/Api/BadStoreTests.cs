using System.Globalization;
using System.Net;
using System.Text;
using Enforcement.Domain.Access;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Tests.Uploads;
using Microsoft.Data.Sqlite;

namespace Enforcement.Silo.Tests.Api;

/// <summary>A store that cannot serve, a clock that is wrong, a setting that is misspelt: said so, nothing half-written, and work goes on when it is put right.</summary>
public sealed class BadStoreTests
{
    [Fact]
    public async Task A_locked_database_is_said_so_and_the_next_good_command_succeeds()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var head = await city.Clerk.HeadAsync();

        await using (SqliteConnection other = new($"Data Source={Path.Combine(city.Silo.Folder, "ledger.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();

            var refused = await city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application(), "locked-command-1");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "store.locked"), (refused.Status, refused.Problem));
            Assert.Equal(head, await city.Clerk.HeadAsync());
            Assert.Equal(HttpStatusCode.OK, (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Status);
        }

        Assert.Equal(HttpStatusCode.Created, (await city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application(), "locked-command-1")).Status);
    }

    [SkippableFact]
    public async Task A_full_disk_is_said_so_and_the_next_good_command_succeeds()
    {
        var folder = Directory.CreateTempSubdirectory("silo-full-").FullName;
        Skip.If(await Tool.RunAsync(folder, 20, "mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder) is not { Exit: 0 }, "a file system of limited size cannot be mounted here");
        try
        {
            await using var city = await City.StartAsync(folder: folder);
            await city.OpenAsync("cm-case-0001");
            var head = await city.Clerk.HeadAsync();
            var filler = Path.Combine(folder, "filler");
            Fill(filler);

            var refused = new List<ApiAnswer>();
            for (var i = 0; i < 200 && refused.Count < 3; i++)
            {
                // What is allocated already may still take a few.
                var before = await city.Clerk.HeadAsync();
                var answer = await city.Clerk.CommandAsync(HttpMethod.Put, $"/cases/cm-full-{i:0000}", City.Application());
                if (answer.Status is HttpStatusCode.Created)
                {
                    head = await city.Clerk.HeadAsync();
                }
                else
                {
                    refused.Add(answer);
                    Assert.Equal(before, await city.Clerk.HeadAsync());
                }
            }

            Assert.Equal(3, refused.Count);
            Assert.All(refused, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "store.full"), (answer.Status, answer.Problem)));
            Assert.Equal(head, await city.Clerk.HeadAsync());
            File.Delete(filler);
            await city.OpenAsync("cm-case-0002");
        }
        finally
        {
            await Tool.RunAsync(".", 20, "umount", "-l", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_damaged_page_is_said_so_and_the_rest_is_served()
    {
        var folder = Directory.CreateTempSubdirectory("silo-corrupt-").FullName;
        try
        {
            await using var city = await City.StartAsync(folder: folder);
            await city.OpenAsync("cm-case-0001");
            var token = city.Clerk.Http.DefaultRequestHeaders.Authorization;
            await city.Silo.StopAsync();
            await using (SqliteConnection tamper = new($"Data Source={Path.Combine(folder, "ledger.db")};Pooling=False"))
            {
                await tamper.OpenAsync();
                await using var change = tamper.CreateCommand();
                change.CommandText = "DROP TRIGGER entries_update; UPDATE entries SET body = replace(body, '临时占道申请', '临时占道申靖') WHERE stream = 'case/cm-case-0001'";
                Assert.NotEqual(0, await change.ExecuteNonQueryAsync());
            }

            await city.Silo.StartAgainAsync();
            using var clerk = city.Silo.Anonymous();
            clerk.Http.DefaultRequestHeaders.Authorization = token;
            var head = await clerk.HeadAsync();

            var refused = await clerk.GetAsync("/api/v1/cases/cm-case-0001");
            Assert.Equal((HttpStatusCode.InternalServerError, "ledger.corrupted"), (refused.Status, refused.Problem));
            refused = await clerk.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", City.Accepted());
            Assert.Equal((HttpStatusCode.InternalServerError, "ledger.corrupted"), (refused.Status, refused.Problem));
            Assert.Equal(head, await clerk.HeadAsync());
            Assert.Equal(HttpStatusCode.Created, (await clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application())).Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_at_start_and_a_restored_one_goes_on()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var head = await city.Clerk.HeadAsync();
        var token = city.Clerk.Http.DefaultRequestHeaders.Authorization;
        await city.Silo.StopAsync();
        var file = Path.Combine(city.Silo.Folder, "ledger.db");
        var good = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, [.. Encoding.ASCII.GetBytes("no database at all"), .. good.AsSpan(18)]);

        var refused = await Assert.ThrowsAsync<InstallationException>(city.Silo.StartAgainAsync);
        Assert.Contains("ledger.db", refused.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(file, good);
        await city.Silo.StartAgainAsync();
        using var clerk = city.Silo.Anonymous();
        clerk.Http.DefaultRequestHeaders.Authorization = token;
        Assert.Equal(head, await clerk.HeadAsync());
    }

    [Fact]
    public async Task A_system_clock_behind_the_last_entry_stops_commands_until_it_has_caught_up()
    {
        var noon = DateTimeOffset.Parse("2026-03-02T04:00:00Z", CultureInfo.InvariantCulture);
        TestClock machine = new(noon);
        await using var silo = await SiloFixture.StartAsync(training: false, machine: machine);
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);
        (await administrator.CommandAsync(HttpMethod.Put, "/bureaus/CM", new { nameZh = "城管局", nameEn = "City Management", mark = "城管", profileCode = "CM", district = "东" })).Ok();
        using var clerk = silo.Bearer(Role.WindowClerk, "CM");
        (await clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0001", City.Application())).Ok();
        var head = await clerk.HeadAsync();

        machine.Set(noon.AddMinutes(-10));
        var refused = await clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application(), "clock-command-1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "clock.behind"), (refused.Status, refused.Problem));
        Assert.Equal(head, await clerk.HeadAsync());

        machine.Set(noon.AddMinutes(1));
        Assert.Equal(HttpStatusCode.Created, (await clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application(), "clock-command-1")).Status);
    }

    [Fact]
    public async Task A_misspelt_setting_is_refused_at_start_before_anything_is_written()
    {
        await using var city = await City.StartAsync();
        var head = await city.Clerk.HeadAsync();
        var token = city.Clerk.Http.DefaultRequestHeaders.Authorization;
        await city.Silo.StopAsync();
        var settings = Path.Combine(city.Silo.Folder, "appsettings.json");
        await File.WriteAllTextAsync(settings, """{ "Enforcement": { "Limits": { "JsonByte": 5 } } }""");

        var refused = await Assert.ThrowsAsync<SettingsException>(city.Silo.StartAgainAsync);
        Assert.Contains("JsonBytes", refused.Message, StringComparison.Ordinal);

        File.Delete(settings);
        await city.Silo.StartAgainAsync();
        using var clerk = city.Silo.Anonymous();
        clerk.Http.DefaultRequestHeaders.Authorization = token;
        Assert.Equal(head, await clerk.HeadAsync());
        Assert.Equal(HttpStatusCode.Created, (await clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0001", City.Application())).Status);
    }

    private static void Fill(string path)
    {
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // full, as wanted
        }
    }
}
