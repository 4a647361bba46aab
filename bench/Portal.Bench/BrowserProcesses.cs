using System.Globalization;

namespace Enforcement.Portal.Bench;

/// <summary>The processes of the browser that this program started, as Linux counts them.</summary>
internal static class BrowserProcesses
{
    private const double TicksInASecond = 100; // USER_HZ, the unit of /proc on every Linux

    /// <summary>Processor seconds used since they started, all together.</summary>
    public static double Seconds() => All().Sum(Seconds);

    /// <summary>Processor seconds of one process; 0 when it is gone.</summary>
    public static double Seconds(int process)
    {
        var fields = Stat(process);
        return fields.Length < 13 ? 0 : (Number(fields[11]) + Number(fields[12])) / TicksInASecond;
    }

    /// <summary>The largest resident set of the processes that draw pages, in MiB.</summary>
    public static double RendererMemory() => All().Where(static p => Command(p).Contains("--type=renderer", StringComparison.Ordinal)).Select(Resident).DefaultIfEmpty().Max();

    /// <summary>The resident set of one process in MiB.</summary>
    public static double Resident(int process)
    {
        var line = Read(process, "status").Split('\n').FirstOrDefault(static l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
    }

    private static List<int> All()
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(static id => id > 0)
            .Select(static id => (Id: id, Fields: Stat(id)))
            .Where(static p => p.Fields.Length > 1)
            .ToLookup(static p => (int)Number(p.Fields[1]), static p => p.Id);
        List<int> found = [];
        var next = new Queue<int>(parents[Environment.ProcessId]);
        while (next.TryDequeue(out var process))
        {
            if (Command(process).Contains("chrom", StringComparison.Ordinal))
            {
                found.Add(process);
            }

            foreach (var child in parents[process])
            {
                next.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>What stands behind the name of the program: state, parent and so on.</summary>
    private static string[] Stat(int process)
    {
        var text = Read(process, "stat");
        return text.Length == 0 ? [] : text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string Command(int process) => Read(process, "cmdline");

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended meanwhile
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
