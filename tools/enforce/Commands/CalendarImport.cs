using System.CommandLine;
using Enforcement.Storage.Calendars;

namespace Enforcement.Tool.Commands;

/// <summary><c>enforce calendar import FILE --data DIR</c>: checks the holidays of a year and stores them in a data folder.</summary>
internal static class CalendarImport
{
    /// <summary>The year is stored, or was there already.</summary>
    public const int Done = 0;

    /// <summary>The file is wrong; nothing was written.</summary>
    public const int Refused = 2;

    /// <summary>The file or the data folder cannot be used at all.</summary>
    public const int Unusable = 3;

    /// <summary>The <c>calendar</c> command with its subcommand.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The calendar file of one year, see docs/calendars.md." };
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder of the installation.", Required = true };
        var import = new Command("import", "Check the holidays and make-up working days of a year and store them.") { file, data };
        import.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(data),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return new Command("calendar", "The work calendar: holidays and make-up working days.") { import };
    }

    private static int Run(FileInfo file, DirectoryInfo data, TextWriter output, TextWriter errors)
    {
        if (!data.Exists)
        {
            errors.WriteLine($"{data.FullName} is no folder.");
            return Unusable;
        }

        try
        {
            switch (new CalendarFolder(data.FullName).Import(file.FullName))
            {
                case CalendarImportResult.Stored stored:
                    output.WriteLine($"{stored.Year.Version} stored in {stored.Path}: {stored.Year.Holidays.Length} holidays, {stored.Year.MakeUpDays.Length} make-up working days.");
                    return Done;
                case CalendarImportResult.AlreadyThere known:
                    output.WriteLine($"{known.Year.Version} is already there with the same days; nothing changed.");
                    return Done;
                case CalendarImportResult.Refused refused:
                    foreach (var problem in refused.Problems)
                    {
                        errors.WriteLine(problem);
                    }

                    errors.WriteLine("Nothing was stored.");
                    return Refused;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine(e.Message);
            return Unusable;
        }
    }
}
