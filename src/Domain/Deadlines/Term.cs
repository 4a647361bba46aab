namespace Enforcement.Domain.Deadlines;

/// <summary>How long somebody has [期限]: a unit and, where the unit counts something, a number.</summary>
/// <remarks>Only valid terms exist: the constructor throws, data readers ask <see cref="IsValid"/> first.</remarks>
public sealed record Term
{
    /// <summary>The longest term in hours: about a century, so that date arithmetic cannot overflow.</summary>
    public const int MaxHours = 876_600;

    /// <summary>The longest term in days or working days: about a century.</summary>
    public const int MaxDays = 36_525;

    /// <summary>Makes a term.</summary>
    /// <param name="Unit">What is counted.</param>
    /// <param name="Value">How many: above zero for hours, days and working days; <see langword="null"/> for a date and for promptly.</param>
    /// <exception cref="ArgumentOutOfRangeException">Unit and value do not go together; see <see cref="IsValid"/>.</exception>
    public Term(TermUnit Unit, int? Value)
    {
        if (!IsValid(Unit, Value))
        {
            throw new ArgumentOutOfRangeException(nameof(Value), Value, $"A term in {Unit} cannot have this value.");
        }

        this.Unit = Unit;
        this.Value = Value;
    }

    /// <summary>What is counted.</summary>
    public TermUnit Unit { get; }

    /// <summary>How many units; <see langword="null"/> for <see cref="TermUnit.Date"/> and <see cref="TermUnit.Promptly"/>.</summary>
    public int? Value { get; }

    /// <summary>No number in the text [及时].</summary>
    public static Term Promptly { get; } = new(TermUnit.Promptly, null);

    /// <summary>The day is given in a document [文书载明的日期].</summary>
    public static Term GivenDate { get; } = new(TermUnit.Date, null);

    /// <summary>A term in natural hours.</summary>
    /// <param name="value">1 to <see cref="MaxHours"/>.</param>
    public static Term Hours(int value) => new(TermUnit.Hours, value);

    /// <summary>A term in calendar days.</summary>
    /// <param name="value">1 to <see cref="MaxDays"/>.</param>
    public static Term Days(int value) => new(TermUnit.Days, value);

    /// <summary>A term in working days.</summary>
    /// <param name="value">1 to <see cref="MaxDays"/>.</param>
    public static Term WorkingDays(int value) => new(TermUnit.WorkingDays, value);

    /// <summary>Whether unit and value make a term: hours, days and working days need a value above zero and within a century, the others none.</summary>
    /// <param name="unit">What is counted.</param>
    /// <param name="value">How many, or <see langword="null"/>.</param>
    public static bool IsValid(TermUnit unit, int? value) => unit switch
    {
        TermUnit.Hours => value is > 0 and <= MaxHours,
        TermUnit.Days or TermUnit.WorkingDays => value is > 0 and <= MaxDays,
        TermUnit.Date or TermUnit.Promptly => value is null,
        _ => false,
    };

    /// <summary>Takes the term apart.</summary>
    /// <param name="unit">What is counted.</param>
    /// <param name="value">How many, or <see langword="null"/>.</param>
    public void Deconstruct(out TermUnit unit, out int? value) => (unit, value) = (Unit, Value);
}
