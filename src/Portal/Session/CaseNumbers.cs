using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Session;

/// <summary>The numbers of the cases that a page of another list mentions.</summary>
public static class CaseNumbers
{
    /// <summary>Numbers by case id; a case that the reader may not see is left out.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(IReadModel reads, BureauScope scope, IEnumerable<string?> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reads);
        Dictionary<string, string> numbers = new(StringComparer.Ordinal);
        foreach (var id in cases.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await reads.CaseAsync(scope, id, cancellationToken) is { } row)
            {
                numbers[id] = row.Number;
            }
        }

        return numbers;
    }
}
