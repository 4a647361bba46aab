namespace Enforcement.Silo.Api;

/// <summary>The description of the API, for programs and for people.</summary>
internal static class ApiDescription
{
    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/openapi", () => Results.Content(Page, "text/html; charset=utf-8")).ExcludeFromDescription();
    }

    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>OrleansEnforcement API</title>
          <link rel="stylesheet" href="/api-browser/browser.css">
        </head>
        <body>
          <a class="skip" href="#operations">Skip to operations</a>
          <header><h1>OrleansEnforcement API</h1><p id="about"></p><label>Filter <input id="filter" type="search" autocomplete="off"></label></header>
          <main id="operations" aria-live="polite">Loading…</main>
          <script src="/api-browser/browser.js" defer></script>
        </body>
        </html>
        """;
}
