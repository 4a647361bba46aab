using System.Reflection;
using System.Text.Json;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Silo.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows in order.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next page; absent on the last one.</param>
/// <param name="Count">How many rows the whole list has; on the first page, or where it was asked for.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed record PageView<T>(IReadOnlyList<T> Items, string? Next, long? Count);

/// <summary>The part of a list's address that says which page.</summary>
internal interface IPageQuery
{
    string? Bureau { get; }

    string? Cursor { get; }

    int? Limit { get; }

    bool? Count { get; }
}

/// <summary>Lists, page by page.</summary>
internal static class Paging
{
    public const int Default = 50;
    public const int Most = 200;

    private const int LongestText = 200;

    /// <summary>Reads a page and turns its rows into items.</summary>
    public static async Task<IResult> AnswerAsync<TRow, TItem>(IPageQuery query, Func<PageRequest, Task<Page<TRow>>> read, Func<TRow, TItem> item)
        where TRow : ReadRow
    {
        if (query.Limit is < 1 or > Most)
        {
            return Bad("limit", $"limit 须为 1 至 {Most}。", $"limit is a number from 1 to {Most}.");
        }

        try
        {
            var page = await read(new PageRequest(query.Limit ?? Default, query.Cursor, query.Count ?? query.Cursor is null));
            return Results.Ok(new PageView<TItem>([.. page.Rows.Select(item)], page.Next, page.Count));
        }
        catch (ArgumentException) when (query.Cursor is not null)
        {
            return Bad("cursor", "cursor 不属于此列表，或已损坏。请从第一页重新开始。", "The cursor belongs to another list or is damaged. Begin again with the first page.");
        }
    }

    /// <summary>Refuses parameters that the list does not know: a misspelt filter that is silently ignored gives a wrong list.</summary>
    public static RouteHandlerBuilder OnlyQuery<TQuery>(this RouteHandlerBuilder endpoint)
    {
        var known = typeof(TQuery).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return endpoint.AddEndpointFilter(async (context, next) =>
        {
            foreach (var (name, values) in context.HttpContext.Request.Query)
            {
                if (!known.Contains(name) || values.Count > 1)
                {
                    var names = string.Join(", ", known.Order(StringComparer.Ordinal));
                    return Bad(name, $"没有参数 {name}，或重复给出。可用：{names}。", $"There is no parameter {name}, or it is given twice. There are: {names}.");
                }

                if (values.ToString().Length > LongestText * (name == "cursor" ? 5 : 1))
                {
                    return Bad(name, $"参数 {name} 过长。", $"The parameter {name} is too long.");
                }
            }

            return await next(context);
        });
    }

    /// <summary>A parameter of the address that cannot be used.</summary>
    public static IResult Bad(string parameter, string zh, string en) => Problems.Of(
        StatusCodes.Status400BadRequest,
        "query.malformed",
        new Words("查询参数错误", "A parameter of the query cannot be used"),
        new Words(zh, en),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });
}
