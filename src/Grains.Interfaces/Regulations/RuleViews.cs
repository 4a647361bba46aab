using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Grains.Interfaces.Regulations;

/// <summary>One thing that a profile demands, in words.</summary>
/// <param name="Topic">The topic's stable id: scope, terms, audio-video, recording, acts, archive, access, duties, statements.</param>
/// <param name="Key">Stable inside the topic, the same in every profile.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What is demanded.</param>
/// <param name="Articles">The articles behind it, the main one first.</param>
public sealed record RuleView(string Topic, string Key, Wording Name, Wording Text, ImmutableArray<string> Articles);

/// <summary>An article beside what a profile makes of it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Rules">The rules that rest on it; empty: none.</param>
public sealed record ArticleRules(ArticleView Article, ImmutableArray<RuleView> Rules);

/// <summary>The same thing in two profiles.</summary>
/// <param name="Topic">The topic's stable id.</param>
/// <param name="TopicName">The topic's name.</param>
/// <param name="Name">The name of the thing.</param>
/// <param name="Left">In the first profile; <see langword="null"/>: no such rule.</param>
/// <param name="Right">In the second profile; <see langword="null"/>: no such rule.</param>
/// <param name="Same">Whether both demand the same.</param>
public sealed record ComparedRule(string Topic, Wording TopicName, Wording Name, RuleView? Left, RuleView? Right, bool Same);
