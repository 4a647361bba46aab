using System.Globalization;
using System.Text;

namespace Enforcement.Domain.Deadlines;

/// <summary>Says in Chinese and English how a term was counted, with its article; instants are shown at +08:00 to the minute.</summary>
/// <remarks>A day that ends a term is shown as that day at 24:00, not as 0:00 of the next one. Seconds are cut, so no sentence shows a later end than the real one.</remarks>
public static class TermSentence
{
    /// <summary>One sentence per language, without a full stop.</summary>
    /// <param name="facts">The parts of the term.</param>
    public static Words Explain(TermFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Words(Chinese(facts), English(facts));
    }

    /// <summary>The length alone: <c>24小时</c>, <c>2个工作日</c>, <c>及时</c>; <c>24 h</c>, <c>2 working days</c>, <c>promptly</c>.</summary>
    /// <param name="term">The term.</param>
    public static Words Length(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var n = term.Value?.ToString(CultureInfo.InvariantCulture);
        var plural = term.Value == 1 ? string.Empty : "s";
        return term.Unit switch
        {
            TermUnit.Hours => new Words($"{n}小时", $"{n} h"),
            TermUnit.Days => new Words($"{n}日", $"{n} day{plural}"),
            TermUnit.WorkingDays => new Words($"{n}个工作日", $"{n} working day{plural}"),
            TermUnit.Date => new Words("文书载明的日期", "the date given in the document"),
            TermUnit.Promptly => new Words("及时", "promptly"),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Unknown term unit."),
        };
    }

    /// <summary>The end of a term as people read it: a due instant in hours to the minute, any other as its last day at 24:00.</summary>
    /// <param name="unit">What the term counts.</param>
    /// <param name="due">The due instant.</param>
    public static Words End(TermUnit unit, DateTimeOffset due)
    {
        if (unit == TermUnit.Hours)
        {
            return new Words(ChineseMinute(due), EnglishMinute(due));
        }

        var last = ChinaTime.DayOf(due).AddDays(-1);
        return new Words($"{ChineseDay(last)}24时", $"{EnglishDay(last)} 24:00");
    }

    private static string Chinese(TermFacts facts)
    {
        var text = new StringBuilder();
        var length = Length(facts.Term).Zh;
        text.Append(facts.Term.Unit switch
        {
            _ when facts.AwaitsReturn => $"自返回单位时起{length}（{facts.Article}），尚未登记返回",
            TermUnit.Promptly => $"自{ChineseMinute(facts.Started)}起应当及时办理（{facts.Article}），条文未规定具体期限",
            TermUnit.Date => $"以文书载明的日期为准（{facts.Article}）",
            TermUnit.Hours => $"自{ChineseMinute(facts.Started)}起{length}（{facts.Article}）",
            _ => $"自{ChineseMinute(facts.Started)}起{length}，当日不计（{facts.Article}）",
        });
        if (facts.Overrides is { } replaced)
        {
            text.Append($"，从其规定，代替{Length(replaced.Term).Zh}（{replaced.Article}）");
        }

        if (facts.Excluded is { IsDefaultOrEmpty: false } excluded)
        {
            text.Append("，中止期间不计入：").AppendJoin("、", excluded.Select(e => $"{ChineseMinute(e.From)}至{ChineseMinute(e.Until)}"));
        }

        if (facts.SuspendedSince is { } since)
        {
            var cause = facts.SuspensionCause is { } words ? $"（{words.Zh}）" : string.Empty;
            text.Append($"，自{ChineseMinute(since)}起中止{cause}，恢复后重新计算届满时间");
        }
        else if (facts.Due.At is { } due)
        {
            text.Append($"，至{End(facts.Term.Unit, due).Zh}");
            text.Append(facts.Due.MovedFrom is { } rest ? $"（末日{ChineseDay(rest)}为休息日，参照{Terms.MovingArticle}顺延至下一工作日）" : string.Empty);
            text.Append(facts.Due.Provisional ? "（暂定：所涉年份的放假安排尚未公布，公布后重新计算）" : string.Empty);
        }

        return text.Append(facts.Advisory ? "（提示性目标，本规定未作要求）" : string.Empty).ToString();
    }

    private static string English(TermFacts facts)
    {
        var text = new StringBuilder();
        var length = Length(facts.Term).En;
        text.Append(facts.Term.Unit switch
        {
            _ when facts.AwaitsReturn => $"{length} from the return to the unit ({facts.Article}); the return is not recorded yet",
            TermUnit.Promptly => $"Promptly from {EnglishMinute(facts.Started)} ({facts.Article}); the text gives no number",
            TermUnit.Date => $"The date given in the document ({facts.Article})",
            TermUnit.Hours => $"{length} from {EnglishMinute(facts.Started)} ({facts.Article})",
            _ => $"{length} from {EnglishMinute(facts.Started)}, that day not counted ({facts.Article})",
        });
        if (facts.Overrides is { } replaced)
        {
            text.Append($", which overrides {Length(replaced.Term).En} ({replaced.Article})");
        }

        if (facts.Excluded is { IsDefaultOrEmpty: false } excluded)
        {
            text.Append(", without the suspension ").AppendJoin(", ", excluded.Select(e => $"{EnglishMinute(e.From)} to {EnglishMinute(e.Until)}"));
        }

        if (facts.SuspendedSince is { } since)
        {
            var cause = facts.SuspensionCause is { } words ? $" ({words.En})" : string.Empty;
            text.Append($", suspended since {EnglishMinute(since)}{cause}; the end is counted anew when it resumes");
        }
        else if (facts.Due.At is { } due)
        {
            text.Append($", until {End(facts.Term.Unit, due).En}");
            text.Append(facts.Due.MovedFrom is { } rest ? $" (the last day, {EnglishDay(rest)}, was a rest day: moved to the next working day by analogy with {Terms.MovingArticle})" : string.Empty);
            text.Append(facts.Due.Provisional ? " (provisional: the holidays of a year involved are not published; counted anew when they are)" : string.Empty);
        }

        return text.Append(facts.Advisory ? " (advisory target, not in this rule)" : string.Empty).ToString();
    }

    private static string ChineseMinute(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy'年'M'月'd'日'H'时'mm'分'", CultureInfo.InvariantCulture);

    private static string EnglishMinute(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string ChineseDay(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    private static string EnglishDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
