using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Access;

/// <summary>Registers many recorders from a CSV file [批量登记]. The whole file is checked first; a file with any fault registers nothing.</summary>
public interface IRecorderImportDesk
{
    /// <summary>Checks a file and changes nothing.</summary>
    /// <param name="by">Who asks: each line's bureau must be one whose fleet the person manages.</param>
    /// <param name="file">Its bytes, UTF-8 or GB18030, at most <see cref="RecorderImportReport.LargestFile"/>.</param>
    /// <param name="cancellationToken">Frees the caller.</param>
    Task<RecorderImportReport> CheckAsync(ClaimsPrincipal by, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>Checks a file and registers its recorders one by one. The same file again by the same person goes on where it was stopped and gives the same keys.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="progress">Told after each line how many are done; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops between two lines; what is registered stays.</param>
    Task<RecorderImportReport> RunAsync(ClaimsPrincipal by, ReadOnlyMemory<byte> file, IProgress<RecorderImportProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Lines that are done.</param>
/// <param name="All">All lines.</param>
public sealed record RecorderImportProgress(int Done, int All);

/// <summary>What a check or an import found.</summary>
/// <param name="Encoding">utf-8 or gb18030; empty where the file could not be read.</param>
/// <param name="Lines">Each line with content, in the order of the file.</param>
/// <param name="Faults">What is wrong, by line; at most <see cref="MostFaults"/> of them.</param>
/// <param name="FaultCount">How many faults there are.</param>
public sealed record RecorderImportReport(string Encoding, ImmutableArray<RecorderImportLine> Lines, ImmutableArray<RecorderImportFault> Faults, int FaultCount)
{
    /// <summary>Bytes of the largest file.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>The most recorders in a file.</summary>
    public const int MostLines = 20_000;

    /// <summary>The most faults that are listed.</summary>
    public const int MostFaults = 500;

    /// <summary>Whether the file may be imported, or was imported without a refusal.</summary>
    public bool Sound => FaultCount == 0;

    /// <summary>How many lines came to an outcome.</summary>
    public int Count(string outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <summary>One line of the file.</summary>
/// <param name="Line">Where it begins, from 1; the first is the head.</param>
/// <param name="RecorderId">The recorder.</param>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="Model">The model.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="Outcome">new: is to be registered; known: stands in the register with the same content; faulty; registered: now, with a key; refused: when it was its turn.</param>
/// <param name="Key">The key of one that was registered, to be shown once.</param>
public sealed record RecorderImportLine(int Line, string RecorderId, string Bureau, string Model, string Serial, string Outcome, string? Key);

/// <summary>Something that is wrong in the file.</summary>
/// <param name="Line">The line, from 1; 0: the file as a whole.</param>
/// <param name="Rule">What is wrong and what to do; its member is the column.</param>
public sealed record RecorderImportFault(int Line, BrokenRule Rule);
