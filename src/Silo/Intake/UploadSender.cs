using System.Text.Json;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Intake;

/// <summary>Who hands a file in, in which role. Kept beside the upload: it may end after a restart, when nobody is signed in any more.</summary>
internal sealed record UploadSender(string Id, string Name, string Role, string Bureau, string? Certificate)
{
    /// <summary>The sender of this request, as text.</summary>
    public static string Of(HttpContext http)
    {
        var caller = http.User.ToCaller("");
        return JsonSerializer.Serialize(new UploadSender(caller.Id, caller.Name, caller.Role, caller.Bureau, caller.Certificate), JsonSerializerOptions.Web);
    }

    /// <summary>Whose upload it is: it can be gone on with after a new sign-in, by the same person.</summary>
    public static string OwnerOf(HttpContext http) => http.User.FindFirst(AccessClaims.Id)?.Value ?? "";

    public static UploadSender Parse(string text) =>
        JsonSerializer.Deserialize<UploadSender>(text, JsonSerializerOptions.Web) ?? throw new InvalidDataException("The sender of the upload is not known.");

    /// <summary>The sender as giver of the command that follows from the upload.</summary>
    public Caller ToCaller(string uploadId) => new(Id, Name, Role, Bureau, Certificate, $"upload:{uploadId}");

    /// <summary>Whether the sender may hand in for a bureau.</summary>
    public AccessDecision MayUploadFor(string bureau) =>
        AccessRules.Decide(new Principal(Id, RoleNames.Parse(Role)!.Value, Bureau), Permission.RecordingsUpload, bureau);
}
