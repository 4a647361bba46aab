using System.Globalization;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Tests.Components;

/// <summary>A place to draw components in, in a language of choice.</summary>
public abstract class PortalTest : BunitContext
{
    protected PortalTest()
    {
        // What is awaited comes at once; a busy machine may take its time. Only a test that fails waits this long.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Law = KnownLaw.Reader();
        Services.AddSingleton<IRegulationReader>(Law);
        Services.AddSingleton<ILegalTime>(new StandingTime());
        Speak("zh-CN");
    }

    /// <summary>The law that the components read.</summary>
    internal IRegulationReader Law { get; }

    /// <summary>The legal clock stands.</summary>
    private sealed class StandingTime : ILegalTime
    {
        public DateTimeOffset Now { get; } = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

        public bool Training => true;
    }

    protected static void Speak(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}
