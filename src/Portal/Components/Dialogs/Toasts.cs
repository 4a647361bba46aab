namespace Enforcement.Portal.Components.Dialogs;

/// <summary>Results that need no answer, such as "saved". Never errors: those stay on the page until they are read.</summary>
/// <remarks>One for each circuit; the frame of the page shows them, so that they outlive a navigation.</remarks>
public sealed class Toasts
{
    /// <summary>Who shows the results; there is one frame in each circuit.</summary>
    internal Action<string>? Host { get; set; }

    /// <summary>Shows a result for some seconds.</summary>
    public void Show(string text) => Host?.Invoke(text);
}
