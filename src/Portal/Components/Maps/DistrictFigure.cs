namespace Enforcement.Portal.Components.Maps;

/// <summary>What the map shows of a district.</summary>
/// <param name="District">The district's Chinese name or code.</param>
/// <param name="Title">Who is meant, such as the bureau.</param>
/// <param name="Value">The figure that is written large.</param>
/// <param name="Detail">The figures in words, for the tooltip and for those who do not see the map.</param>
/// <param name="Tone">bad, warn, ok, info, or none.</param>
/// <param name="Url">Where a click leads.</param>
/// <param name="Chosen">Whether the page is narrowed to it.</param>
public sealed record DistrictFigure(string District, string Title, string Value, string Detail, string Tone, string Url, bool Chosen = false);
