using System.Collections.Immutable;
using System.Text;

namespace Enforcement.Domain.Desk;

/// <summary>What a saved view [常用查询] of a person may be called, and how many there may be.</summary>
public static class SavedViewRules
{
    /// <summary>Views a person may keep for one list.</summary>
    public const int Most = 30;

    /// <summary>Characters of a name, counted as people count them: a character beyond the basic plane is one.</summary>
    public const int LongestName = 60;

    /// <summary>Characters of a query string.</summary>
    public const int LongestQuery = 2000;

    private static readonly Words ChooseAnother = new("请换一个名称。", "Choose another name.");

    /// <summary>Every rule that a name breaks.</summary>
    /// <param name="name">The name, trimmed.</param>
    /// <param name="others">The names of the other views of the same person and list.</param>
    public static ImmutableArray<Violation> Name(string name, IReadOnlyCollection<string> others)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(others);
        var broken = ImmutableArray.CreateBuilder<Violation>();
        if (string.IsNullOrWhiteSpace(name))
        {
            broken.Add(new Violation("view.name-missing", null, new Words("常用查询没有名称。", "The view has no name."), new Words("请填写名称。", "Write a name."), "name"));
        }
        else if (!PlainText.IsClean(name) || name.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            broken.Add(new Violation(
                "view.name-characters", null, new Words("名称中有不能保存的字符（换行、控制字符或残缺的字）。", "The name holds characters that cannot be kept (line breaks, control characters, half characters)."), ChooseAnother, "name"));
        }
        else if (name.EnumerateRunes().Count() > LongestName)
        {
            broken.Add(new Violation(
                "view.name-long", null, new Words($"名称超过 {LongestName} 个字。", $"The name has more than {LongestName} characters."), new Words("请缩短名称。", "Shorten the name."), "name"));
        }
        else if (others.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            broken.Add(new Violation("view.name-taken", null, new Words($"已有名为“{name}”的常用查询。", $"There is a view named “{name}” already."), ChooseAnother, "name"));
        }

        return broken.ToImmutable();
    }

    /// <summary>Every rule that a new view breaks.</summary>
    /// <param name="name">Its name, trimmed.</param>
    /// <param name="query">What it keeps: a query string.</param>
    /// <param name="others">The names of the views there are.</param>
    public static ImmutableArray<Violation> New(string name, string query, IReadOnlyCollection<string> others)
    {
        ArgumentNullException.ThrowIfNull(query);
        var broken = Name(name, others).ToBuilder();
        if (others.Count >= Most)
        {
            broken.Add(new Violation(
                "view.too-many", null, new Words($"每人最多保存 {Most} 个常用查询。", $"A person keeps at most {Most} views."), new Words("请先删除不再使用的。", "Delete one that is no longer used.")));
        }

        if (query.Length > LongestQuery)
        {
            broken.Add(new Violation(
                "view.query-long", null, new Words("查询条件过长，不能保存。", "The filters are too long to be kept."), new Words("请减少条件后再保存。", "Save it with fewer filters.")));
        }

        return broken.ToImmutable();
    }
}
