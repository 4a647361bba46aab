using Enforcement.Domain;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>Where to advance the training clock to.</summary>
public sealed record AdvanceBody(DateTimeOffset To);

/// <summary>Why work goes on although the system clock is behind the last entry.</summary>
public sealed record AcceptBody(string Reason);

/// <summary>The legal clock as it stands.</summary>
public sealed record ClockView(DateTimeOffset Now, bool Training, DateTimeOffset? BehindLastEntry);

/// <summary>The legal clock after it was advanced, with how many due instants were handled on the way.</summary>
public sealed record AdvancedView(DateTimeOffset Now, int Handled);

/// <summary>The legal clock.</summary>
internal static class ClockEndpoints
{
    /// <summary>Rounds after which a sweep that never finishes is reported and not waited for.</summary>
    private const int MostRounds = 10_000;

    public static void MapClock(this IEndpointRouteBuilder app)
    {
        var clock = app.MapGroup("/api/v1/clock").WithTags("Clock");
        clock.MapGet("", (LegalClock legal) => new ClockView(legal.Display, legal.Training, legal.BehindOf)).RequireAccess(Permissions.SessionOwn).Describe(EdgeDocs.Clock);
        clock.MapPost("/advance", AdvanceAsync).RequireAccess(Permissions.AdminClock, AccessTargets.Municipality).Produces<AdvancedView>().Describe(EdgeDocs.Advance);
        clock.MapPost("/accept", AcceptAsync).RequireAccess(Permissions.AdminClock, AccessTargets.Municipality).Produces<ClockView>().Describe(EdgeDocs.Accept);
    }

    private static async Task<IResult> AdvanceAsync(AdvanceBody body, LegalClock legal, IEnumerable<IDeadlineSweep> sweeps, CancellationToken cancellationToken)
    {
        try
        {
            await legal.AdvanceToAsync(body.To);
        }
        catch (ClockRefusedException refused)
        {
            return Refused(refused);
        }

        return await SweepAsync(sweeps, cancellationToken) is { } handled
            ? Results.Ok(new AdvancedView(legal.Display, handled))
            : Problems.Of(
                StatusCodes.Status503ServiceUnavailable,
                "clock.sweep-unfinished",
                new Words("时钟已推进，期限检查尚未完成", "The clock was advanced; the deadlines are not all checked"),
                new Words("后台将继续检查期限。", "The check goes on in the background."));
    }

    /// <summary>Handles what fell due until nothing is left.</summary>
    /// <returns>How many due instants were handled, or <see langword="null"/> when it did not come to an end.</returns>
    internal static async Task<int?> SweepAsync(IEnumerable<IDeadlineSweep> sweeps, CancellationToken cancellationToken)
    {
        var handled = 0;
        foreach (var sweep in sweeps)
        {
            var round = 0;
            for (int found; (found = await sweep.SweepAsync(cancellationToken)) > 0; handled += found)
            {
                if (++round == MostRounds)
                {
                    return null;
                }
            }
        }

        return handled;
    }

    private static async Task<IResult> AcceptAsync(AcceptBody body, HttpContext http, LegalClock legal)
    {
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > 500)
        {
            return Problems.Refused([new Violation(
                "clock.reason",
                null,
                new Words("须填写理由（500 字以内）。", "A reason of at most 500 characters is needed."),
                new Words("请填写理由。", "Write the reason."),
                "reason")]);
        }

        try
        {
            await legal.AcceptBehindAsync(body.Reason.Trim(), AccessDecider.PrincipalOf(http.User)!.Id);
            return Results.Ok(new ClockView(legal.Display, legal.Training, legal.BehindOf));
        }
        catch (ClockRefusedException refused)
        {
            return Refused(refused);
        }
    }

    private static IResult Refused(ClockRefusedException refused) => Problems.Refused([ViolationOf(refused)]);

    /// <summary>A refusal of the clock in words.</summary>
    internal static Violation ViolationOf(ClockRefusedException refused) => new(
        refused.Code,
        null,
        refused.Code switch
        {
            "clock.real" => new Words("正式系统的时钟不能调整。", refused.Message),
            "clock.backwards" => new Words("时钟只能向前推进。", refused.Message),
            _ => new Words("系统时钟并未落后。", refused.Message),
        },
        refused.Code switch
        {
            "clock.real" => new Words("请在培训环境中使用此功能。", "Use a training installation."),
            "clock.backwards" => new Words("请选择当前时间之后的时刻。", "Name an instant after now."),
            _ => new Words("无需处理。", "There is nothing to do."),
        },
        "to");
}
