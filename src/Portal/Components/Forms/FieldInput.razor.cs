using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Forms;

/// <summary>One field of a form, as the profile describes it.</summary>
public sealed partial class FieldInput
{
    [Parameter, EditorRequired]
    public FormField Field { get; set; } = null!;

    /// <summary>The value as the message carries it.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>The rules it broke.</summary>
    [Parameter]
    public ImmutableArray<BrokenRule> Broken { get; set; } = [];

    private string InputId => FormPlaces.Field(Field.Id);

    private string DraftPath => DraftPaths.Field(Field.Id);

    private string Shown => FieldText.ToInput(Field.Type, Value);

    private bool Wide => Field.Type == "long-text";

    private string? Invalid => Broken.IsDefaultOrEmpty ? null : "true";

    private string? ErrorId => Broken.IsDefaultOrEmpty ? null : $"{InputId}-error";

    private string? Must => Field is { Required: true, Conditional: false } ? "true" : null;

    private int? MaxLength => Field.MaxLength > 0 ? Field.MaxLength : null;

    private string InputType => Field.Type switch
    {
        "date" => "date",
        _ => "text",
    };

    private Task ChangedAsync(ChangeEventArgs change) => TypedAsync(change.Value?.ToString());

    private Task TypedAsync(string? typed) => ValueChanged.InvokeAsync(FieldText.FromInput(Field.Type, typed));
}
