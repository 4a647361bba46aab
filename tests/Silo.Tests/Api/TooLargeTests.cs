using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Enforcement.Silo.Tests.Api;

/// <summary>A body that is too large is refused in words also to a client that sends slowly: its connection is not reset under its hands.</summary>
public sealed class TooLargeTests
{
    private const int Length = 8 * 1024 * 1024; // more than lies in buffers between the two
    private const int Piece = 64 * 1024;

    [Fact]
    public async Task A_client_that_is_still_sending_may_end_and_has_its_answer()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        using TcpClient connection = new();
        await connection.ConnectAsync(city.Silo.Address.Host, city.Silo.Address.Port);
        await using var line = connection.GetStream();
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST /api/v1/cases/cm-case-0001/acts HTTP/1.1
            Host: {city.Silo.Address.Authority}
            Authorization: {city.Officer.Http.DefaultRequestHeaders.Authorization}
            Idempotency-Key: too-large-1
            Content-Type: application/json
            Content-Length: {Length}
            Connection: close


            """).ReplaceLineEndings("\r\n");
        await line.WriteAsync(Encoding.ASCII.GetBytes(head));
        for (var sent = 0; sent < Length; sent += Piece)
        {
            await line.WriteAsync(new byte[Piece]);
        }

        using StreamReader reader = new(line);
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("request.too-large", answer, StringComparison.Ordinal);
    }
}
