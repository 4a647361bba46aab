using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>The filters of the library of recordings as its address holds them. A word that means nothing narrows nothing.</summary>
/// <param name="View">unlinked, overdue, waiting, stored, corrupted.</param>
/// <param name="Bureau">A bureau.</param>
/// <param name="Officer">An officer's id.</param>
/// <param name="Recorder">A recorder's id.</param>
/// <param name="Mode">photo, audio, video, surveillance.</param>
/// <param name="From">First day of the start, yyyy-MM-dd.</param>
/// <param name="To">Last day of the start, yyyy-MM-dd.</param>
/// <param name="Due">The hand-in term ends within so many hours; <see cref="PastMonth"/>: it ended within the last thirty days.</param>
/// <param name="Number">Part of a case number.</param>
/// <param name="Sha256">First digits of the hash.</param>
/// <param name="Text">Words of place, file name, recorder, officer.</param>
/// <param name="Order">urgent, started, hand-in.</param>
public sealed record LibraryAddress(
    string? View, string? Bureau, string? Officer, string? Recorder, string? Mode, string? From, string? To, string? Due, string? Number, string? Sha256, string? Text, string? Order)
{
    /// <summary>The hand-in term ended within the last thirty days, today included: what the rate of the cockpit counts.</summary>
    public const string PastMonth = "past30";

    private const int LongestWait = 24 * 366;
    private const int DaysOfMonth = 30;

    /// <summary>What the database is asked for.</summary>
    public RecordingFilter ToFilter(DateTimeOffset now) => new(
        ViewOf(View),
        now,
        Blank(Officer),
        Blank(Recorder),
        Blank(Mode),
        DayOf(From),
        DayOf(To)?.AddDays(1),
        int.TryParse(Due, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= LongestWait ? now.AddHours(hours) : null,
        Blank(Number),
        Blank(Sha256),
        Blank(Text),
        Order switch { "started" => RecordingOrder.Started, "hand-in" => RecordingOrder.HandIn, _ => RecordingOrder.Urgent },
        HandInFrom: Due == PastMonth ? Dates.StartOf(Dates.DayOf(now).AddDays(1 - DaysOfMonth)) : null);

    /// <summary>The quick view of a word; an unknown word is all of them.</summary>
    public static RecordingViewKind ViewOf(string? view) => view switch
    {
        "unlinked" => RecordingViewKind.Unlinked,
        "overdue" => RecordingViewKind.Overdue,
        "waiting" => RecordingViewKind.Waiting,
        "stored" => RecordingViewKind.Stored,
        "corrupted" => RecordingViewKind.Corrupted,
        _ => RecordingViewKind.All,
    };

    /// <summary>Text without the blanks around it; <see langword="null"/>: nothing.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9000
            ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Dates.Offset)
            : null;
}
