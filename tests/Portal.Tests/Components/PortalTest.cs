using System.Globalization;
using Enforcement.Grains.Interfaces.Regulations;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Tests.Components;

/// <summary>A place to draw components in, in a language of choice.</summary>
public abstract class PortalTest : BunitContext
{
    protected PortalTest()
    {
        Law = KnownLaw.Reader();
        Services.AddSingleton<IRegulationReader>(Law);
        Speak("zh-CN");
    }

    /// <summary>The law that the components read.</summary>
    internal IRegulationReader Law { get; }

    protected static void Speak(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}
