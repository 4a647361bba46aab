using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;

namespace Enforcement.Silo.Api;

/// <summary>A command that was done, now or when it came the first time.</summary>
/// <param name="Sequence">The length of the stream after it.</param>
/// <param name="Reference">What it made: a case number, an act, a finding.</param>
public sealed record CommandDone(long Sequence, string? Reference);

/// <summary>Marks an endpoint that takes a command, for the description of the API.</summary>
internal sealed record CommandMetadata;

/// <summary>How commands come in and how they are answered: the same for every one of them.</summary>
internal static class Commands
{
    public const string Header = "Idempotency-Key";

    private const int Shortest = 8;
    private const int Longest = 100;

    /// <summary>How the ids of commands begin that the system gives itself; a client that took one would stop the system's own command.</summary>
    private static readonly string[] Reserved = ["system-", "number-", "link-", "upload:", "view:"];

    /// <summary>Takes a command: its id stands in the header, and the answer says where the stream stands.</summary>
    public static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder endpoint, int success = StatusCodes.Status200OK) => endpoint
        .AddEndpointFilter(static async (context, next) => Fault(context.HttpContext.Request) ?? await next(context))
        .WithMetadata(new CommandMetadata())
        .Produces<CommandDone>(success);

    /// <summary>Who gives the command of this request.</summary>
    public static Caller Caller(this HttpContext http) => http.User.ToCaller(http.Request.Headers[Header].ToString());

    /// <summary>Who reads: no command, and so without an id.</summary>
    public static Caller Reader(this HttpContext http) => http.User.ToCaller("read");

    /// <summary>The answer to a command.</summary>
    public static IResult Answer(CommandReply reply) =>
        reply.Done ? Results.Ok(new CommandDone(reply.Sequence, reply.Reference)) : Problems.Broken(reply.Broken);

    /// <summary>The answer to a command that makes something with an address of its own.</summary>
    public static IResult Answer(CommandReply reply, string address) =>
        reply.Done ? Results.Created(address, new CommandDone(reply.Sequence, reply.Reference)) : Problems.Broken(reply.Broken);

    private static IResult? Fault(HttpRequest request)
    {
        var given = request.Headers[Header];
        if (given.Count == 0 || given[0] is not { Length: > 0 } id)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "command.id-missing",
                new Words("缺少命令编号", "The command id is missing"),
                new Words(
                    $"请在 {Header} 头中给出命令编号；重试时使用同一编号，已办成的不会重复办理。",
                    $"Send an id of your own in the header {Header}. Send the same one when you try again: what was done is not done twice."));
        }

        if (given.Count > 1 || id.Length is < Shortest or > Longest || id.Any(static c => c is <= ' ' or > '~'))
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "command.id-malformed",
                new Words("命令编号格式错误", "The command id is malformed"),
                new Words($"{Header} 须为 {Shortest} 至 {Longest} 个可见 ASCII 字符。", $"{Header} has {Shortest} to {Longest} visible ASCII characters."));
        }

        return Reserved.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal))
            ? Problems.Of(
                StatusCodes.Status400BadRequest,
                "command.id-reserved",
                new Words("命令编号为系统保留", "The command id is reserved"),
                new Words($"命令编号不能以 {string.Join("、", Reserved)} 开头。", $"An id does not begin with {string.Join(", ", Reserved)}: the system uses those itself."))
            : null;
    }
}
