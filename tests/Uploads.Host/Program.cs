using System.Text;
using Enforcement.Silo.Uploads;
using Microsoft.Extensions.Hosting;

namespace Enforcement.Uploads.Host;

internal static class Program
{
    /// <param name="args">Media folder, port, file of the acknowledged uploads; while a file of that name with <c>.hold</c> exists, the receiver does not answer.</param>
    private static async Task Main(string[] args)
    {
        await using var app = UploadHost.Build(args[0], int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture), new FileSink(args[2]));
        await app.StartAsync();
        Console.WriteLine("listening");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Writes every call down before it answers, so that a test sees what a killed process had been told.</summary>
    private sealed class FileSink(string path) : IUploadSink
    {
        public async Task<UploadOutcome> CompletedAsync(CompletedUpload upload, CancellationToken cancellationToken)
        {
            var line = Encoding.UTF8.GetBytes($"{upload.UploadId} {upload.Media.Sha256}\n");
            await using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            {
                await file.WriteAsync(line, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            if (File.Exists(path + ".hold"))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return new UploadOutcome.Accepted("/api/v1/recordings/" + upload.Intent.RecordingId);
        }
    }
}
