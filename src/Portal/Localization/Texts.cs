namespace Enforcement.Portal.Localization;

/// <summary>Names the resource file of the words that several pages share.</summary>
public sealed class Texts;
