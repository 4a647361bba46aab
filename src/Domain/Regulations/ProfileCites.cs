namespace Enforcement.Domain.Regulations;

/// <summary>Every cite of a profile with its place.</summary>
public static class ProfileCites
{
    /// <summary>The articles that some member carries: all cites but those of <see cref="Profile.NotCarried"/>.</summary>
    public static IEnumerable<string> Carried(Profile profile) => Placed(profile).Select(p => p.Cite);

    /// <summary>All cites with the JSON place that makes them.</summary>
    public static IEnumerable<(string Path, string Cite)> All(Profile profile) =>
        Placed(profile).Concat(profile.NotCarried.Select((n, i) => ($"$.notCarried[{i}].article", n.Article)));

    private static IEnumerable<(string Path, string Cite)> Placed(Profile profile) =>
    [
        ("$.scope.article", profile.Scope.Article),
        .. profile.Statements.Select((s, i) => ($"$.statements[{i}].article", s.Article)),
        .. profile.Acts.SelectMany(Act),
        .. profile.Gates.Select((g, i) => ($"$.gates[{i}].gate.article", g.Gate.Article)),
        .. profile.Clocks.SelectMany(Clock),
        .. Recordings(profile.Recordings),
        ("$.archive.article", profile.Archive.Article),
        .. profile.Archive.RecordingFields.Select((f, i) => ($"$.archive.recordingFields[{i}].article", f.Article)),
        .. Maybe("$.archive.transcriptArticle", profile.Archive.TranscriptArticle),
        .. Maybe("$.archive.retentionArticle", profile.Archive.RetentionArticle),
        .. profile.Access.Select((a, i) => ($"$.access[{i}].article", a.Article)),
        .. profile.Duties.Select((d, i) => ($"$.duties[{i}].article", d.Article)),
    ];

    private static IEnumerable<(string Path, string Cite)> Act(ActRule act)
    {
        var path = $"$.acts({act.Kind})";
        return
        [
            (path + ".article", act.Article),
            .. act.NotBy.Select(n => (path + ".notBy", n.Article)),
            .. act.Fields.Select(f => ($"{path}.fields({f.Id}).article", f.Article)),
            .. act.Officers.Select(o => (path + ".officers", o.Article)),
            .. act.Documents.Select(d => ($"{path}.documents({d.Id}).article", d.Article)),
            .. act.Signatures.Select(s => (path + ".signatures", s.Article)),
            .. act.Av.Select(a => (path + ".av", a.Article)),
            .. act.Av.SelectMany(a => Maybe(path + ".av", a.ExemptionArticle)),
            .. act.Gates.Select(g => ($"{path}.gates({g.Code}).article", g.Article)),
        ];
    }

    private static IEnumerable<(string Path, string Cite)> Clock(ClockRule clock)
    {
        var path = $"$.clocks({clock.Id})";
        return
        [
            (path + ".article", clock.Article),
            .. clock.Suspend.Select(s => (path + ".suspend", s.Article)),
            .. clock.Extend.Select(e => (path + ".extend", e.Article)),
            .. Maybe(path + ".overrideArticle", clock.OverrideArticle),
            .. Maybe(path + ".remoteWork", clock.RemoteWork?.Article),
        ];
    }

    private static IEnumerable<(string Path, string Cite)> Recordings(RecordingRules rules) =>
    [
        ("$.recordings.article", rules.Article),
        .. rules.Content.Concat(rules.Conduct).Select(c => ($"$.recordings({c.Id})", c.Article)),
        .. rules.Places.Select(p => ($"$.recordings.places({p.Id})", p.Article)),
        .. Maybe("$.recordings.selfKeepingBanArticle", rules.SelfKeepingBanArticle),
    ];

    private static IEnumerable<(string Path, string Cite)> Maybe(string path, string? cite) => cite is null ? [] : [(path, cite)];
}
