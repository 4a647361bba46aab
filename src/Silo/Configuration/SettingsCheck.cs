using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Enforcement.Silo.Configuration;

/// <summary>A setting that does not hold. The message names the key and what to write instead.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}

/// <summary>Reads the section and refuses keys that nobody knows: a misspelt limit that is silently ignored is worse than no start.</summary>
public static class SettingsCheck
{
    public const string Section = "Enforcement";

    public static Settings Read(IConfiguration configuration)
    {
        List<string> faults = [];
        foreach (var misspelt in configuration.GetChildren().Select(child => child.Key).Where(LooksLikeSection))
        {
            faults.Add($"Unknown section \"{misspelt}\". Did you mean {Section}?");
        }

        var section = configuration.GetSection(Section);
        CheckKeys(section, typeof(Settings), faults);
        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }

        Settings settings;
        try
        {
            settings = section.Get<Settings>() ?? new Settings();
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException([e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message]);
        }

        CheckValues(settings, Section, faults);
        return faults.Count > 0 ? throw new SettingsException(faults) : settings;
    }

    private static bool LooksLikeSection(string key) =>
        !key.Equals(Section, StringComparison.OrdinalIgnoreCase) && Math.Abs(key.Length - Section.Length) <= 2 && Nearest.Find(key, [Section]) is not null;

    private static void CheckKeys(IConfigurationSection section, Type type, List<string> faults)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                faults.Add($"Unknown setting {child.Path}.{Nearest.Hint(child.Key, known.Keys)}");
            }
            else if (IsGroup(property.PropertyType))
            {
                CheckKeys(child, property.PropertyType, faults);
            }
        }
    }

    private static void CheckValues(object group, string path, List<string> faults)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(group, new ValidationContext(group), results, validateAllProperties: true);
        faults.AddRange(results.Select(result => $"Setting {path}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}"));
        foreach (var property in group.GetType().GetProperties().Where(property => IsGroup(property.PropertyType)))
        {
            CheckValues(property.GetValue(group)!, $"{path}:{property.Name}", faults);
        }
    }

    private static bool IsGroup(Type type) => type.IsClass && type.Namespace == typeof(Settings).Namespace;
}
