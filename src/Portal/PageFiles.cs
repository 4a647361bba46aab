using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace Enforcement.Portal;

/// <summary>
/// The style sheets of all pages, joined into one file: before a browser paints it asks for every sheet that is linked, and one is sooner there than sixteen.
/// The name carries the hash of the content, so that a browser keeps the file until it changes.
/// </summary>
public sealed class PageFiles
{
    /// <summary>Where the file is found, without the leading slash.</summary>
    public const string Folder = "portal-files/";

    /// <summary>In the order in which they count: the ground, what all pages share, then one for each feature.</summary>
    internal static readonly string[] Sheets =
    [
        "css/base", "css/icons", "portal", "css/frame", "css/kit", "css/charts", "css/cases", "css/case", "css/act", "css/work", "css/recordings", "css/city", "css/fleet", "css/admin",
        "css/law", "css/print",
    ];

    /// <summary>Reads and joins the sheets.</summary>
    /// <param name="root">The web root, which holds the files of the portal under <c>_content</c>.</param>
    /// <exception cref="FileNotFoundException">A sheet is missing.</exception>
    public PageFiles(IFileProvider root)
    {
        var joined = new StringBuilder();
        foreach (var sheet in Sheets)
        {
            using var file = root.GetFileInfo($"_content/Enforcement.Portal/{sheet}.css").CreateReadStream();
            using var reader = new StreamReader(file, Encoding.UTF8);
            joined.Append(reader.ReadToEnd()).Append('\n');
        }

        Style = Encoding.UTF8.GetBytes(joined.ToString());
        StyleName = $"portal.{Convert.ToHexStringLower(SHA256.HashData(Style.Span))[..16]}.css";
    }

    /// <summary>The joined sheet in UTF-8.</summary>
    public ReadOnlyMemory<byte> Style { get; }

    /// <summary>Its name in <see cref="Folder"/>.</summary>
    public string StyleName { get; }
}
