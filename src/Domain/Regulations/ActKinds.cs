using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Regulations;

/// <summary>One word of the common vocabulary of acts.</summary>
/// <param name="Kind">Stable id in kebab-case.</param>
/// <param name="Name">The usual name.</param>
/// <param name="Stage">The phase it belongs to.</param>
/// <param name="ActTypes">The kinds of administrative act it can belong to; empty: all.</param>
/// <param name="Reaches">The stage a case has reached with it; <see langword="null"/>: none.</param>
public sealed record ActKind(string Kind, Words Name, CaseStage Stage, ImmutableArray<ActType> ActTypes, CaseStage? Reaches = null);

/// <summary>
/// The common vocabulary of acts. An act that a profile does not list may still be recorded, as a plain record without requirement, when it is
/// in this vocabulary and within the bureau's scope.
/// </summary>
public static class ActKinds
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new KebabConverter(), new WordsConverter() },
    };

    private static readonly FrozenDictionary<string, ActKind> ByKind = Load().ToFrozenDictionary(k => k.Kind);

    /// <summary>All words, in the order of a case's life.</summary>
    public static ImmutableArray<ActKind> All { get; } = Load();

    /// <summary>The word, or <see langword="null"/> when the vocabulary does not know it.</summary>
    public static ActKind? Find(string kind) => ByKind.GetValueOrDefault(kind);

    private static ImmutableArray<ActKind> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Regulations.act-kinds.json")
            ?? throw new InvalidOperationException("The vocabulary of acts is not embedded.");
        return JsonSerializer.Deserialize<Vocabulary>(stream, Options)!.Kinds;
    }

    private sealed record Vocabulary(int Format, ImmutableArray<ActKind> Kinds);
}
