using Microsoft.AspNetCore.Localization;

namespace Enforcement.Silo.Api;

/// <summary>Chinese unless the reader chose English; the API also listens to Accept-Language, since a program sets no cookie.</summary>
internal static class Localisation
{
    public static readonly IReadOnlyList<string> Cultures = ["zh-CN", "en"];

    public static void UseLocalisation(this WebApplication app)
    {
        RequestLocalizationOptions options = new()
        {
            ApplyCurrentCultureToResponseHeaders = true,
            RequestCultureProviders = [new CookieRequestCultureProvider(), new ApiLanguage()],
        };
        app.UseRequestLocalization(options.SetDefaultCulture(Cultures[0]).AddSupportedCultures([.. Cultures]).AddSupportedUICultures([.. Cultures]));
    }

    private sealed class ApiLanguage : RequestCultureProvider
    {
        private readonly AcceptLanguageHeaderRequestCultureProvider _header = new();

        public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? await _header.DetermineProviderCultureResult(httpContext) : null;
    }
}
