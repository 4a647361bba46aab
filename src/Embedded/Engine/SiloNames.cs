namespace Enforcement.Embedded;

/// <summary>Names under which services are looked up, as in Orleans.</summary>
internal static class SiloNames
{
    /// <summary>The store of states that name none.</summary>
    public const string DefaultStorage = "Default";

    /// <summary>The clock of reminders, when it is another one than the rest of the engine has.</summary>
    public const string ReminderTime = "Orleans.Reminders";
}
