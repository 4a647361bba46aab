using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>One thing that a profile demands, in words, with the articles it comes from: what a reader of the law sees beside the text, and what two profiles are compared by.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Key">Stable inside the topic and the same in every profile: <c>late-report</c>, <c>on-site-inspection/documents</c>.</param>
/// <param name="Name">The name of the thing, as this profile calls it.</param>
/// <param name="Text">What is demanded.</param>
/// <param name="Articles">Every article behind it, each once, the main one first.</param>
public sealed record Facet(FacetTopic Topic, string Key, Words Name, Words Text, ImmutableArray<string> Articles);

/// <summary>What facets are about, in the order in which they are read.</summary>
public enum FacetTopic
{
    /// <summary>适用范围</summary>
    Scope,

    /// <summary>期限</summary>
    Terms,

    /// <summary>音像记录的环节</summary>
    AudioVideo,

    /// <summary>音像记录的内容与方法</summary>
    Recording,

    /// <summary>各环节的要求</summary>
    Acts,

    /// <summary>归档</summary>
    Archive,

    /// <summary>查阅、复制</summary>
    Access,

    /// <summary>机关职责</summary>
    Duties,

    /// <summary>总则、附则</summary>
    Statements,
}

/// <summary>The names of topics.</summary>
public static class FacetTopicNames
{
    /// <summary>The name of a topic in both languages.</summary>
    public static Words Of(FacetTopic topic) => topic switch
    {
        FacetTopic.Scope => new("适用范围与补录", "Scope and late entries"),
        FacetTopic.Terms => new("期限", "Terms"),
        FacetTopic.AudioVideo => new("应当音像记录的环节", "Acts that need a recording"),
        FacetTopic.Recording => new("音像记录的内容与方法", "What a recording shows and how it is made"),
        FacetTopic.Acts => new("各环节的要求", "What each act demands"),
        FacetTopic.Archive => new("归档", "Archive"),
        FacetTopic.Access => new("查阅、复制", "Reading and copying"),
        FacetTopic.Duties => new("机关职责", "Duties of the organ"),
        FacetTopic.Statements => new("总则与附则", "General and closing provisions"),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown topic {topic}."),
    };
}
