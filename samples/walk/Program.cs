using Enforcement.Walk;

// Walks whole cases through the public API of a running training installation, as a program of another office would.
// It knows nothing of this project but its address: forms, terms and rules are read from the API.
const string Usage = """
    walk --url URL --name ACCOUNT --password PASSWORD [--code CM|CZ|TA|FS|GC] [--missed] [--file FILE]
      ACCOUNT is the administrator of the municipality of a training installation (city-administrator).
      --missed lets every term be missed by advancing the training clock.
    """;
string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
if (Option("--url") is not { } url || Option("--name") is not { } name || Option("--password") is not { } password)
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

try
{
    using var office = await Office.OpenAsync(new Uri(url), name, password);
    var file = Option("--file") is { } path ? await File.ReadAllBytesAsync(path) : Film.Make(3 * 1024 * 1024 + 17);
    foreach (var course in Course.All.Where(c => Option("--code") is not { } code || c.Code == code))
    {
        await new CaseWalk(office, course, file, args.Contains("--missed"), Console.Out).RunAsync();
    }

    return 0;
}
catch (RefusedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
