using Enforcement.Tool;

namespace Enforcement.Tool.Tests;

/// <summary>Runs the tool as a shell would, without a process.</summary>
internal static class Tool
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLineTool.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
