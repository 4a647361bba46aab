using System.Text.RegularExpressions;

namespace Enforcement.Storage.Tests.Durability;

/// <summary>One system call as strace saw it. Line numbers are the order of events.</summary>
/// <param name="Name">The call.</param>
/// <param name="Path">The file of its descriptor.</param>
/// <param name="Text">What was written.</param>
/// <param name="Begun">The line on which it began.</param>
/// <param name="Ended">The line on which it had returned.</param>
internal sealed record SystemCall(string Name, string Path, string Text, int Begun, int Ended);

/// <summary>Reads what <c>strace -f -y</c> wrote, calls of several threads mixed.</summary>
internal static partial class SystemCalls
{
    public static List<SystemCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var open = new Dictionary<string, int>(StringComparer.Ordinal); // by thread: where its unfinished call stands in the list
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (Resumed().Match(line) is { Success: true } resumed)
            {
                if (open.Remove(resumed.Groups["thread"].Value, out var at))
                {
                    calls[at] = calls[at] with { Ended = line.Contains(" = -1 ", StringComparison.Ordinal) ? int.MaxValue : number };
                }
            }
            else if (Call().Match(line) is { Success: true } call)
            {
                var unfinished = line.EndsWith("<unfinished ...>", StringComparison.Ordinal);
                if (unfinished)
                {
                    open[call.Groups["thread"].Value] = calls.Count;
                }

                var ended = unfinished || line.Contains(" = -1 ", StringComparison.Ordinal) ? int.MaxValue : number;
                calls.Add(new SystemCall(call.Groups["name"].Value, call.Groups["path"].Value, call.Groups["rest"].Value, number, ended));
            }
        }

        return calls;
    }

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<name>\w+)\(\d+<(?<path>[^>]*)>(?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<thread>\d+)\s+<\.\.\. \w+ resumed>", RegexOptions.ExplicitCapture)]
    private static partial Regex Resumed();
}
