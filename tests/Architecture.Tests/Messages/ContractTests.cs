using System.Reflection;

namespace Enforcement.Architecture.Tests.Messages;

/// <summary>
/// The contracts between versions of the program, as text. A line that was once released stays: a removed member leaves its id behind, and that id never means anything else.
/// <c>UPDATE_CONTRACTS=1</c> writes new lines down and keeps the old ones; <c>UPDATE_CONTRACTS=reset</c> starts over, which is allowed until the first release.
/// </summary>
public sealed class ContractTests
{
    private static readonly string? Switch = Environment.GetEnvironmentVariable("UPDATE_CONTRACTS");

    [Fact]
    public void The_contracts_are_the_ones_that_were_written_down()
    {
        var path = Path.Combine(Repository(), "tests", "Architecture.Tests", "Messages", "contracts.txt");
        var current = Current().ToList();
        var written = Switch == "reset" || !File.Exists(path) ? [] : File.ReadAllLines(path).Where(line => line.Length > 0).ToList();

        var reused = Reused(written, current);
        Assert.True(reused.Count == 0, $"An id may not change its meaning:{Environment.NewLine}{string.Join(Environment.NewLine, reused)}");

        var unwritten = current.Except(written, StringComparer.Ordinal).ToList();
        if (Switch is not null)
        {
            File.WriteAllLines(path, written.Union(current, StringComparer.Ordinal).Order(StringComparer.Ordinal));
            unwritten.Clear();
        }

        Assert.True(unwritten.Count == 0, $"New contracts; look at them and run again with UPDATE_CONTRACTS=1:{Environment.NewLine}{string.Join(Environment.NewLine, unwritten)}");
    }

    [Fact]
    public void An_id_that_changes_its_meaning_is_found()
    {
        Assert.Single(Reused(["enforcement.x #0 Name: String"], ["enforcement.x #0 Name: Int32"]));
        Assert.Single(Reused(["enforcement.x #0 Name: String"], ["enforcement.x #0 Other: String"]));
        Assert.Empty(Reused(["enforcement.x #0 Name: String"], ["enforcement.x #1 Name: String"]));
        Assert.Empty(Reused(["enforcement.x #0 Name: String"], ["enforcement.x #0 Name: String"]));
    }

    private static List<string> Reused(IEnumerable<string> written, IEnumerable<string> current)
    {
        var now = current.ToDictionary(Key, line => line, StringComparer.Ordinal);
        return [.. written.Where(line => now.TryGetValue(Key(line), out var other) && other != line).Select(line => $"{line}  ->  {now[Key(line)]}")];
    }

    // Up to the id of a member, or the alias of a method.
    private static string Key(string line) => string.Join(' ', line.Split(' ').Take(2));

    private static IEnumerable<string> Current() => Methods().Concat(Members()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Methods() =>
        from type in MessageWalk.Interfaces
        from method in type.GetMethods()
        select $"{Alias(type)} .{Alias(method)}({string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)))}): {Name(method.ReturnType)}"
            .Replace($".{Alias(method)}(", $".{Alias(method)} (", StringComparison.Ordinal);

    private static IEnumerable<string> Members() =>
        from type in MessageWalk.Messages
        from member in MessageWalk.Members(type)
        select $"{Alias(type)} #{member.Id} {member.Name}: {Name(member.Type)}";

    private static string Alias(MemberInfo member) => member.GetCustomAttributes<AliasAttribute>().FirstOrDefault()?.Alias ?? member.Name;

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : MessageWalk.IsOwn(type) ? Alias(type) : type.Name;

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrleansEnforcement.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
