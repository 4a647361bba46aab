using Enforcement.Domain.Access;
using Enforcement.Domain.Cases;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>What a profile demands of one act, part by part.</summary>
internal static class ActFacets
{
    public static IEnumerable<Facet> Of(ActRule act)
    {
        yield return Part(act, "act", new("环节", "Act"), Whole(act), [act.Article, .. act.NotBy.Select(n => n.Article)]);
        if (!act.Fields.IsEmpty)
        {
            yield return Part(act, "fields", new("载明事项", "Fields"), WordList.Join(act.Fields.Select(f => f.Required ? WordList.Mark(f.Name, f.When is not null) : Optional(f.Name))), act.Fields.Select(f => f.Article));
        }

        if (!act.Officers.IsEmpty)
        {
            yield return Part(act, "officers", new("执法人员", "Officers"), WordList.Sentences(act.Officers.Select(o => (Words?)Officers(o))), act.Officers.Select(o => o.Article));
        }

        if (!act.Documents.IsEmpty)
        {
            yield return Part(act, "documents", new("文书", "Documents"), WordList.Join(act.Documents.Select(d => d.Required ? WordList.Mark(d.Name, d.When is not null) : Optional(d.Name))), act.Documents.Select(d => d.Article));
        }

        if (!act.Signatures.IsEmpty)
        {
            yield return Part(act, "signatures", new("签名", "Signatures"), WordList.Join(act.Signatures.Select(Signature)), act.Signatures.Select(s => s.Article));
        }

        if (!act.Gates.IsEmpty)
        {
            yield return Part(act, "gates", new("前提", "Before it"), WordList.Sentences(act.Gates.Select(g => (Words?)g.Next)), act.Gates.Select(g => g.Article));
        }
    }

    private static Facet Part(ActRule act, string part, Words name, Words text, IEnumerable<string> articles) => new(
        FacetTopic.Acts, $"{act.Kind}/{part}", new($"{act.Name.Zh} · {name.Zh}", $"{act.Name.En} · {name.En}"), text, ProfileFacets.Cites(articles));

    private static Words Whole(ActRule act) => WordList.Sentences(
        [
            WordList.Labelled(new("阶段", "stage"), StageNames.Of(act.Stage)),
            WordList.Labelled(new("可由", "recorded by"), WordList.Join(act.Roles.Select(role => RoleNames.Parse(role) is { } known ? RoleNames.Of(known) : new Words(role, role)))),
            act.Once ? new Words("只能记录一次", "once only") : null,
            act.NotBy.IsEmpty ? null : WordList.Labelled(new("须由不同人员记录", "by another person than"), WordList.Join(act.NotBy.Select(n => ActKinds.Find(n.Act)?.Name ?? new Words(n.Act, n.Act)))),
        ]);

    private static Words Officers(OfficerRule rule) => WordList.Mark(
        rule.Shown
            ? WordList.Plain($"不少于{rule.Min}人，记录证件编号及出示情况", $"at least {rule.Min}, with certificate numbers and their showing")
            : WordList.Plain($"不少于{rule.Min}人", $"at least {rule.Min}"),
        rule.When is not null);

    private static Words Signature(SignatureRule rule)
    {
        var who = WordList.Mark(SignerNames.Of(rule.By), rule.When is not null);
        return rule.Refusable ? new($"{who.Zh}（拒签须注明）", $"{who.En} (a refusal is recorded)") : who;
    }

    private static Words Optional(Words name) => new($"{name.Zh}（可选）", $"{name.En} (optional)");
}
