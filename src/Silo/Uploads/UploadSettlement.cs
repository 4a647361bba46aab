using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Silo.Uploads;

/// <summary>How an upload ended, as it is remembered beside it: the same question gets the same answer, also after a restart.</summary>
internal sealed record UploadSettlement(
    bool Accepted, string? Link = null, int Status = 0, string Code = "", Words Title = default, Words Detail = default, ImmutableArray<BrokenRule> Rules = default)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static UploadSettlement From(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Accepted accepted => new UploadSettlement(Accepted: true, accepted.Link),
        UploadOutcome.Refused refused => new UploadSettlement(
            Accepted: false, null, refused.Status, refused.Code, refused.Title, refused.Detail, refused.Rules),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown outcome {outcome.GetType().Name}."),
    };

    public static UploadSettlement Parse(string text) =>
        JsonSerializer.Deserialize<UploadSettlement>(text, Json) ?? throw new InvalidDataException("The settlement of the upload is empty.");

    public string ToText() => JsonSerializer.Serialize(this with { Rules = Rules.IsDefault ? [] : Rules }, Json);
}
