using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

public sealed class LawTextsTests
{
    private static readonly LawTexts Law = LawTexts.Embedded;

    [Theory]
    [InlineData("CM", 38, "c0837fb727d0c55718d950159cb71f5063634d7d31fa90ba1d849d00788ec64d")]
    [InlineData("CZ", 35, "a47b7dd90f3f6e2223121671dd1313d9c4a7c54da7307904bef14c0ce4ee6bf3")]
    [InlineData("TA", 21, "fb999889e9d40cb39572510f4bcf164f74219daf790b6d998f96c97c79e14a41")]
    [InlineData("FS", 37, "e38dbb3e96c6d538eefceb686597a435d516846d35644b8c1684eb4dcc7dc730")]
    [InlineData("GC", 35, "01990adf4579f5386785140c05a7465c19dd75f2c7b0dda6d0da18c04d14ac3d")]
    public void A_regulation_is_at_hand_article_by_article_and_unchanged(string code, int count, string hash)
    {
        var articles = Law.Of(code).ToList();
        Assert.Equal(Enumerable.Range(1, count), articles.Select(article => article.Number));
        Assert.All(articles, article => Assert.Same(article, Law.Find(string.Create(CultureInfo.InvariantCulture, $"{code}-{article.Number:00}"))));
        var text = string.Join("\n\n", articles.Select(article => $"{article.Cite}\n{article.Text}"));
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void All_166_cites_of_the_five_regulations_exist()
    {
        var cites = new[] { ("CM", 38), ("CZ", 35), ("TA", 21), ("FS", 37), ("GC", 35) }
            .SelectMany(law => Enumerable.Range(1, law.Item2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{law.Item1}-{number:00}")))
            .ToList();
        Assert.Equal(166, cites.Count);
        Assert.DoesNotContain(cites, cite => Law.Find(cite) is null);
    }

    [Fact]
    public void No_article_is_empty_or_carries_layout()
    {
        var all = Law.Sources.SelectMany(source => Law.Of(source.Source)).ToList();
        Assert.All(all, article =>
        {
            Assert.NotEmpty(article.GistEn.Trim());
            Assert.All(article.Text.Split('\n'), line => Assert.True(line.Length > 0 && line == line.Trim(), article.Cite));
            Assert.DoesNotMatch(@"^(#|- |第[一二三四五六七八九十]+[章条])|\[bookmark", article.Text);
        });
        Assert.Equal(all.Count, all.Select(article => article.Cite).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("FS-26", "已经采用其他方式均无法进达的情祝以及公告送达")] // misread characters stay as they are
    [InlineData("TA-09", "先行登记保存证据通知书、涉案物品清单")] // joined over a page break
    [InlineData("TA-18", "执行终结之日起 30 日内")]
    [InlineData("CZ-27", "“谁使用 谁负责”")]
    [InlineData("GC-28", "（一）加处罚款或滞纳金；\n（二）划拨存款、汇款；")]
    [InlineData("CM-31", "应在24小时内按要求将信息储存至执法信息系统或本单位专用存储器。")]
    public void The_text_is_the_text_of_the_copy_at_hand(string cite, string part) =>
        Assert.Contains(part, Law.Find(cite)!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("CM-08", "第二章 程序启动的记录")]
    [InlineData("CZ-35", "第九章 附则")]
    [InlineData("TA-08", null)]
    [InlineData("FS-31", "第六章 执法记录的管理与使用")]
    [InlineData("GC-35", "第七章 监督与责任")]
    public void Articles_know_their_chapter(string cite, string? chapter) => Assert.Equal(chapter, Law.Find(cite)!.Chapter);

    [Theory]
    [InlineData("CM-8")]
    [InlineData("CM-39")]
    [InlineData("cm-08")]
    [InlineData("行政处罚法")]
    [InlineData("行政处罚法-1")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_cite_is_not_found(string? cite) => Assert.Null(Law.Find(cite));

    [Fact]
    public void An_unknown_source_has_no_articles() => Assert.Empty(Law.Of("XX"));

    [Fact]
    public void National_articles_are_gists_and_say_so()
    {
        var article = Law.Find("行政处罚法-85")!;
        Assert.True(article.IsGist);
        Assert.Contains("工作日", article.Text, StringComparison.Ordinal);
        Assert.Equal("《中华人民共和国行政处罚法》第八十五条", article.Label.Zh);
        Assert.Equal("Administrative Penalty Law, Art. 85", article.Label.En);
        Assert.All(Law.Sources, source => Assert.All(Law.Of(source.Source), a => Assert.Equal(source.IsGist, a.IsGist)));
    }

    [Fact]
    public void Every_national_article_that_counting_rests_on_is_at_hand() =>
        Assert.DoesNotContain(null, new[] { "行政处罚法-85", "行政强制法-69", "行政许可法-82", "民事诉讼法-85", "行政处罚法-47", "行政强制法-19", "行政执法监督条例" }.Select(Law.Find));

    [Fact]
    public void A_regulation_without_a_day_in_its_copy_has_none()
    {
        var days = Law.Sources.Take(5).Select(source => (source.Source, source.EffectiveFrom));
        Assert.Equal([("CM", null), ("CZ", null), ("TA", new DateOnly(2017, 8, 1)), ("FS", null), ("GC", new DateOnly(2019, 8, 1))], days);
    }

    [Theory]
    [InlineData(8, "八")]
    [InlineData(10, "十")]
    [InlineData(31, "三十一")]
    [InlineData(100, "一百")]
    [InlineData(103, "一百零三")]
    [InlineData(260, "二百六十")]
    public void Numbers_are_written_as_the_texts_write_them(int number, string text) => Assert.Equal(text, ChineseNumeral.Of(number));
}
