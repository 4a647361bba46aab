using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Enforcement.Embedded;

/// <summary>Where grain classes are looked for: every assembly of the program that knows this engine.</summary>
internal sealed class GrainAssemblies
{
    private static readonly string Own = typeof(GrainAssemblies).Assembly.GetName().Name!;
    private static readonly Lazy<IReadOnlyList<Type>> Found = new(() => [.. Search()]);

    public IEnumerable<Type> GrainTypes() => Found.Value;

    private static IEnumerable<Type> Search() =>
        Find().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(IGrain).IsAssignableFrom(type) && !typeof(GrainProxy).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static IEnumerable<Assembly> Find()
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).ToList();
        var names = loaded.Select(assembly => assembly.GetName().Name).ToHashSet(StringComparer.Ordinal);

        // An assembly that nothing has touched yet is not loaded, but its grains count. What merely lies in the folder and is no part of this program does not.
        var program = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string)?.Split(Path.PathSeparator).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var rest = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => program is null || program.Contains(Path.GetFileName(file)))
            .Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file)) && KnowsEngine(file))
            .Select(file => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(file))));
        return loaded.Where(assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name == Own)).Concat(rest).Distinct();
    }

    private static bool KnowsEngine(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        if (!image.HasMetadata)
        {
            return false;
        }

        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Any(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Own);
    }
}
