using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>Wires the desk.</summary>
public static class DeskRegistration
{
    /// <summary>Registers what people keep on their desks, in a file of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="file">The file; made with the first use.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, string file) => services
        .AddSingleton(_ => new DeskDatabase(file))
        .AddSingleton<ISavedViews>(provider => new SavedViewTable(provider.GetRequiredService<DeskDatabase>()))
        .AddSingleton<IColumnChoices>(provider => new ColumnChoiceTable(provider.GetRequiredService<DeskDatabase>()))
        .AddSingleton<IDrafts>(provider => new DraftTable(provider.GetRequiredService<DeskDatabase>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IDocumentSenders>(provider => new DocumentSenderTable(provider.GetRequiredService<DeskDatabase>(), provider.GetRequiredService<TimeProvider>()));
}
