using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Enforcement.Portal.Pages.Regulations;

/// <summary>The calendar by which working days are counted, a year at a time; administrators of the municipality import a published year.</summary>
public sealed partial class CalendarPage(ICalendarReader calendar, ISystemDesk desk, PortalSession session, ILegalTime time)
{
    private const int Largest = 256 * 1024;
    private const int Neighbours = 3;

    private ImmutableArray<CalendarYearView> _years = [];
    private ImmutableArray<BrokenRule> _broken = [];
    private CalendarYearView? _year;
    private string? _done;
    private int _chosen;
    private bool _mayImport;

    [SupplyParameterFromQuery(Name = "year")]
    private int? Asked { get; set; }

    /// <summary>The years around this one, and the next, whose terms are provisional until it is published.</summary>
    private IEnumerable<int> Shown =>
        _years.Select(y => y.Year).Where(y => Math.Abs(y - Dates.DayOf(time.Now).Year) <= Neighbours).Append(Dates.DayOf(time.Now).Year + 1).Append(_chosen).Distinct().Order();

    protected override async Task OnParametersSetAsync() => await TryAsync(async () =>
    {
        _mayImport = await session.MayAsync(Permissions.AdminClock, PortalSession.Municipality);
        _chosen = Asked is >= 1990 and <= 2200 ? Asked.Value : Dates.DayOf(time.Now).Year;
        Read();
    });

    private void Read()
    {
        _years = calendar.Years();
        _year = _years.FirstOrDefault(y => y.Year == _chosen);
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen) => await TryAsync(async () =>
    {
        (_done, _broken) = (null, []);
        if (chosen.File.Size > Largest)
        {
            Failure = CalendarText.TooLarge;
            return;
        }

        using var content = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(Largest, Leaving))
        {
            await file.CopyToAsync(content, Leaving);
        }

        var answer = await desk.ImportCalendarAsync(await session.PersonAsync(), chosen.File.Name, content.ToArray(), Leaving);
        _broken = answer.Broken;
        _done = answer.Stored is not { } version ? null : answer.Known ? CalendarText.Known.With(version) : CalendarText.Stored.With(version, answer.Recounted);
        Read();
    });
}
