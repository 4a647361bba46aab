using System.Text.Json;
using System.Text.Json.Nodes;

namespace Enforcement.Portal.Components.Forms;

/// <summary>Reads a draft back into a form. What the script collects from the controls stands there by the paths of <see cref="DraftPaths"/>.</summary>
/// <remarks>The profile may have moved on since: what the form does not know any more is left out, what it has not yet stays empty.</remarks>
public static class DraftContent
{
    /// <summary>Makes the form what the draft says, and nothing else.</summary>
    public static void Apply(string content, ActFormModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Read(content) is not { } form)
        {
            return;
        }

        model.Clear();
        foreach (var field in model.Form.Fields)
        {
            if (Text(form, "fields", field.Id) is { Length: > 0 } typed)
            {
                model.Values[field.Id] = FieldText.FromInput(field.Type, typed);
            }
        }

        foreach (var (id, _) in Members(form, "officers").Where(o => Ticked(form, "officers", o.Id, "present")))
        {
            model.Officers[id] = Ticked(form, "officers", id, "shown");
        }

        Documents(form, model);
        foreach (var signature in model.Signatures)
        {
            signature.Name = Text(form, "signatures", signature.By, "name");
            signature.Refused = Ticked(form, "signatures", signature.By, "refused");
            signature.Reason = Text(form, "signatures", signature.By, "reason");
        }

        model.Recordings.UnionWith(Members(form, "recordings").Where(r => Ticked(form, "recordings", r.Id)).Select(r => r.Id));
        model.OccurredAt = Text(form, "occurredAt");
        model.AvEnded = Text(form, "avEnded");
        model.RefersTo = Text(form, "refersTo");
        model.ConsentAct = Text(form, "consentAct");
        model.CorrectionReason = Text(form, "correctionReason");
        model.ClaimsExemption = Ticked(form, "exemption", "claimed");
        model.ExemptionGround = Text(form, "exemption", "ground") is { Length: > 0 } ground ? ground : model.ExemptionGround;
        model.ExemptionReason = Text(form, "exemption", "reason");
    }

    /// <summary>The text at a path; empty: there is none.</summary>
    public static string Text(JsonObject form, params ReadOnlySpan<string> path) =>
        At(form, path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The draft as an object, or <see langword="null"/> when it is none.</summary>
    public static JsonObject? Read(string content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Documents(JsonObject form, ActFormModel model)
    {
        foreach (var (id, _) in Members(form, "documents").Where(d => model.Documents.TrueForAll(known => known.Id != d.Id) && Ticked(form, "documents", d.Id, "free")))
        {
            model.Documents.Add(DocumentEntry.Free(id));
        }

        foreach (var document in model.Documents)
        {
            document.Included = document.Rule is null || Ticked(form, "documents", document.Id, "included");
            document.Title = Text(form, "documents", document.Id, "title") is { Length: > 0 } title ? title : document.Title;
            document.Number = Text(form, "documents", document.Id, "number");
            document.Sha256 = Text(form, "documents", document.Id, "sha256") is { Length: > 0 } sha256 ? sha256 : null;
            document.FileName = Text(form, "documents", document.Id, "file");
        }
    }

    private static bool Ticked(JsonObject form, params ReadOnlySpan<string> path) =>
        At(form, path) is JsonValue value && (value.TryGetValue<bool>(out var ticked) ? ticked : value.TryGetValue<string>(out var text) && text == "true");

    private static IEnumerable<(string Id, JsonNode? Node)> Members(JsonObject form, string member) =>
        form[member] is JsonObject members ? members.Select(m => (m.Key, m.Value)) : [];

    private static JsonNode? At(JsonObject form, ReadOnlySpan<string> path)
    {
        JsonNode? node = form;
        foreach (var step in path)
        {
            node = (node as JsonObject)?[step];
        }

        return node;
    }
}
