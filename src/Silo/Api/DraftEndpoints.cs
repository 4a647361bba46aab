using System.Text.Json;
using System.Text.RegularExpressions;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>A form as it is typed.</summary>
/// <param name="Base">The version that this window started from; 0: it knew of none.</param>
/// <param name="Content">The form: an object in which only objects, texts and true or false stand.</param>
/// <param name="Label">What the person will know it by.</param>
public sealed record DraftBody(long Base, JsonElement Content, string? Label = null);

/// <summary>A draft as it was saved.</summary>
/// <param name="Version">Counts the saves.</param>
/// <param name="SavedAt">When, by the machine clock.</param>
/// <param name="Overtook">When another window had saved what this save replaced, or null.</param>
public sealed record DraftReceipt(long Version, DateTimeOffset SavedAt, DateTimeOffset? Overtook);

/// <summary>A draft in one's list.</summary>
public sealed record DraftItem(string CaseId, string Kind, string Corrects, string About, string Label, string Address, long Version, DateTimeOffset SavedAt, int Bytes);

/// <summary>A draft with its content.</summary>
public sealed record DraftView(long Version, DateTimeOffset SavedAt, JsonElement Content);

/// <summary>Drafts of acts, saved by the page's script while somebody types, so that neither a dead circuit nor a killed server loses anything.</summary>
internal static partial class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        // The case may not exist yet; where it does, it must be one in which the person may record acts.
        var drafts = app.MapGroup("/api/v1/drafts").WithTags("Drafts");
        drafts.MapGet("", ListAsync).RequireAccess(Permissions.ActsRecord).Produces<DraftItem[]>().Describe(DraftDocs.List);
        drafts.MapGet("/{id}/{kind}", ReadAsync).RequireAccess(Permissions.ActsRecord, Subjects.Case).WithChosenId().Produces<DraftView>().Describe(DraftDocs.Read);
        drafts.MapPut("/{id}/{kind}", SaveAsync).RequireAccess(Permissions.ActsRecord, Subjects.Case).WithChosenId().Produces<DraftReceipt>().Describe(DraftDocs.Save);
        drafts.MapDelete("/{id}/{kind}", RemoveAsync).RequireAccess(Permissions.ActsRecord, Subjects.Case).WithChosenId().Describe(DraftDocs.Remove);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IDrafts drafts, CancellationToken cancellationToken) =>
        Results.Ok((await drafts.ListAsync(http.Reader().Id, cancellationToken)).Select(line =>
            new DraftItem(line.Key.CaseId, line.Key.ActKind, line.Key.Corrects, line.Key.About, line.Label, line.Key.Address, line.Version, line.SavedAt, line.Bytes)).ToArray());

    private static async Task<IResult> ReadAsync(string id, string kind, string? corrects, string? about, HttpContext http, IDrafts drafts, CancellationToken cancellationToken) =>
        KeyOf(http, id, kind, corrects, about) is not { } key ? Malformed()
        : await drafts.FindAsync(http.Reader().Id, key, cancellationToken) is { } draft ? Results.Ok(new DraftView(draft.Line.Version, draft.Line.SavedAt, JsonElement.Parse(draft.Content)))
        : Problems.NotFound("draft.unknown", new Words("没有这份草稿，可能已提交或已丢弃。", "There is no such draft: it was submitted or discarded."));

    private static async Task<IResult> SaveAsync(string id, string kind, string? corrects, string? about, DraftBody body, HttpContext http, IDrafts drafts)
    {
        if (KeyOf(http, id, kind, corrects, about) is not { } key || body.Base < 0)
        {
            return Malformed();
        }

        // The page may be gone before the answer: what has arrived is saved all the same.
        return await drafts.SaveAsync(http.Reader().Id, new DraftToSave(key, body.Base, body.Content.GetRawText(), body.Label ?? ""), CancellationToken.None) switch
        {
            DraftAnswer.Saved { Value: var saved } => Results.Ok(new DraftReceipt(saved.Version, saved.SavedAt, saved.Overtook)),
            DraftAnswer.Refused { Rule: var rule } => Problems.Broken([rule]),
            var unknown => throw new InvalidOperationException($"Unknown answer {unknown.GetType().Name}."),
        };
    }

    private static async Task<IResult> RemoveAsync(string id, string kind, string? corrects, string? about, HttpContext http, IDrafts drafts)
    {
        if (KeyOf(http, id, kind, corrects, about) is not { } key)
        {
            return Malformed();
        }

        await drafts.RemoveAsync(http.Reader().Id, key, CancellationToken.None);
        return Results.NoContent();
    }

    private static DraftKey? KeyOf(HttpContext http, string id, string kind, string? corrects, string? about) =>
        Word().IsMatch(kind) && IsEntry(corrects) && IsEntry(about) ? new DraftKey(http.Reader().Bureau, id, kind, corrects ?? "", about ?? "") : null;

    private static bool IsEntry(string? id) => id is not { Length: > 0 } || Word().IsMatch(id);

    private static IResult Malformed() => Problems.Of(
        StatusCodes.Status400BadRequest,
        "draft.address",
        new Words("草稿地址格式错误", "The address of the draft is malformed"),
        new Words("环节、所更正或所审批的记录须为 1 至 64 个小写字母、数字或连字符，版本不为负数。", "Kind, corrected entry and entry decided on have 1 to 64 lower-case letters, digits and hyphens; base is not negative."));

    [GeneratedRegex("^[a-z0-9-]{1,64}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Word();
}
