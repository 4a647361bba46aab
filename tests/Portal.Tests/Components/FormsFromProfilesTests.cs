using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Tests.Components;

/// <summary>The forms of every act of every shipped regulation.</summary>
public sealed class FormsFromProfilesTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Profiles => [.. KnownLaw.Shipped.All.Select(p => p.Profile.Id)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_field_that_is_demanded_is_labelled_marked_and_cited(string profileId)
    {
        var fields = 0;
        foreach (var form in Law.Acts(profileId))
        {
            var drawn = Draw(form);
            foreach (var field in form.Fields)
            {
                var control = drawn.Find($"#{FormPlaces.Field(field.Id)}");
                var head = control.Closest(".field")!.QuerySelector(".field-head")!;
                Assert.Equal(field.Name.Zh, head.QuerySelector("label")!.TextContent);
                Assert.Equal(field.Article, head.QuerySelector(".article-cite")!.TextContent);
                Assert.Equal(field is { Required: true, Conditional: false }, head.QuerySelector(".must") is not null);
                Assert.Equal(field is { Required: true, Conditional: true }, head.QuerySelector(".must-when") is not null);
                fields++;
            }
        }

        Assert.True(fields > 50, $"{profileId} has only {fields} fields");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_document_and_signature_can_be_given(string profileId)
    {
        foreach (var form in Law.Acts(profileId))
        {
            var drawn = Draw(form);
            Assert.All(form.Documents.Where(d => !d.Later), document => Assert.NotNull(drawn.Find($"#{FormPlaces.Document(document.Id)}")));
            Assert.All(form.Signatures, signature => Assert.NotNull(drawn.Find($"#{FormPlaces.Signature(signature.By)}")));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_choice_is_offered_by_its_name(string profileId)
    {
        foreach (var field in Law.Acts(profileId).SelectMany(form => form.Fields).Where(field => field.Type == "choice"))
        {
            var options = Render<FieldInput>(p => p.Add(i => i.Field, field)).FindAll("option").Skip(1).ToList();
            Assert.Equal(field.Choices.Select(c => c.Name.Zh), options.Select(o => o.TextContent));
            Assert.Equal(field.Choices.Select(c => c.Id), options.Select(o => o.GetAttribute("value")));
        }
    }

    [Fact]
    public void A_field_added_to_a_copy_of_a_profile_appears_on_the_screen()
    {
        var text = KnownLaw.Shipped.All.Single(p => p.Profile.Id == "cm/undated").Text;
        var changed = text
            .Replace("\"id\": \"cm/undated\"", "\"id\": \"cm/2027-01-01\"", StringComparison.Ordinal)
            .Replace("\"effectiveFrom\": null", "\"effectiveFrom\": \"2027-01-01\"", StringComparison.Ordinal)
            .Replace(
                "{ \"id\": \"applicant\", \"name\": \"申请人 | Applicant\", \"article\": \"CM-07\" }",
                "{ \"id\": \"applicant\", \"name\": \"申请人 | Applicant\", \"article\": \"CM-07\" }, { \"id\": \"trade\", \"name\": \"经营类别 | Trade\", \"article\": \"CM-07\" }",
                StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        var law = KnownLaw.Reader(ProfileReader.Read("cm/2027-01-01.json", changed, LawTexts.Embedded));

        var before = law.Openings("CM", new DateOnly(2026, 12, 31)).Single(form => form.Kind == "application");
        var after = law.Openings("CM", new DateOnly(2027, 1, 1)).Single(form => form.Kind == "application");

        Assert.Empty(Draw(before).FindAll("#field-trade"));
        Assert.Equal("经营类别", Draw(after).Find("label[for='field-trade']").TextContent);
    }

    [Fact]
    public void Field_ids_of_a_form_never_meet_those_of_its_documents_or_signatures()
    {
        foreach (var form in KnownLaw.Shipped.All.SelectMany(p => Law.Acts(p.Profile.Id)))
        {
            var ids = form.Fields.Select(f => FormPlaces.Field(f.Id))
                .Concat(form.Documents.Select(d => FormPlaces.Document(d.Id)))
                .Concat(form.Signatures.Select(s => FormPlaces.Signature(s.By)))
                .ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }

    private IRenderedComponent<ActForm> Draw(ActFormView form) =>
        Render<ActForm>(p => p.Add(f => f.Model, new ActFormModel(form)).Add(f => f.Now, Now));
}
