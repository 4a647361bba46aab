using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Media;
using Enforcement.Portal.Documents;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Media;
using Enforcement.Silo.Seeding;
using Enforcement.Silo.Uploads;

namespace Enforcement.Silo.Intake;

/// <summary>Files in and out: recordings and documents come by tus, go by range requests.</summary>
internal static class IntakeEndpoints
{
    /// <summary>Adds uploads and what receives them. Called after the engine is added, because it calls grains.</summary>
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IUploadSink, IntakeSink>();
        services.AddSingleton<IMediaAlarm, RecordingAlarm>();
        services.AddSingleton<ViewAudit>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<IDocumentDesk>(provider => provider.GetRequiredService<DocumentFiles>());
        services.AddUploads(options =>
        {
            options.OwnerOf = UploadSender.OwnerOf;
            options.SenderOf = UploadSender.Of;
        });
        services.AddHostedService<TrainingBureaus>();
    }

    public static void MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapUploads("/api/v1/uploads", UploadKinds.Recording).RequireAccess(Permissions.RecordingsUpload).Describe(RecordingDocs.Uploads);
        app.MapUploads("/api/v1/documents", UploadKinds.Document).RequireAccess(Permissions.ActsRecord).Describe(RecordingDocs.Documents);
        app.MapRecordingContent("/api/v1/recordings/{id}/content", RecordingPlayback.ResolveAsync)
            .RequireAccess(Permissions.RecordingsPlay, Subjects.Recording).WithTags("Recordings").Describe(RecordingDocs.Content);
        app.MapRecordingContent("/api/v1/documents/{sha256}/content", DocumentContent.ResolveAsync)
            .RequireAccess(Permissions.CasesRead, http => Subjects.CaseAsync(http, http.Request.Query["case"])).WithTags("Documents").Describe(RecordingDocs.Document);
    }
}
