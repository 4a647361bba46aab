namespace Enforcement.Grains.Interfaces.Recordings;

/// <summary>When a stored original was last read again as a whole, and whether it still is what it was [完整性校验].</summary>
/// <remarks>A convenience of the installation, not evidence: the evidence of damage is the finding in the ledger. A restart keeps it; losing it means only that the next reading tells anew.</remarks>
public interface IFileChecks
{
    /// <summary>The last reading; <see langword="null"/>: none since the file was stored, or it is not known any more.</summary>
    /// <param name="sha256">The name under which the file is kept, 64 lower-case hexadecimal digits.</param>
    FileCheck? Find(string sha256);
}

/// <summary>One reading of a whole file against its hashes.</summary>
/// <param name="At">When it was read, by the machine's clock.</param>
/// <param name="By">The name of the person who asked for it; <see langword="null"/>: the installation by itself.</param>
/// <param name="Faults">How much was wrong; 0: the file is sound.</param>
public sealed record FileCheck(DateTimeOffset At, string? By, int Faults)
{
    /// <summary>Whether every byte is what it was when the file was stored.</summary>
    public bool Sound => Faults == 0;
}
