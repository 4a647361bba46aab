using System.Collections.Immutable;
using System.Reflection;

namespace Enforcement.Embedded;

/// <summary>Collections and tuples of the framework. What a compiler makes for a collection expression typed as an interface is none of them, here as in Orleans.</summary>
internal static class StrictCollections
{
    private static readonly Dictionary<Type, string> Plans = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(HashSet<>)] = nameof(Set),
        [typeof(Dictionary<,>)] = nameof(Map),
        [typeof(ImmutableArray<>)] = nameof(FixedArray),
        [typeof(ImmutableList<>)] = nameof(FixedList),
        [typeof(ImmutableHashSet<>)] = nameof(FixedSet),
        [typeof(ImmutableSortedSet<>)] = nameof(FixedSortedSet),
        [typeof(ImmutableDictionary<,>)] = nameof(FixedMap),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(FixedSortedMap),
        [typeof(KeyValuePair<,>)] = nameof(Pair),
    };

    public static StrictCopier.CopyStep? Plan(Type type, StrictCopier copier)
    {
        if (!type.IsGenericType)
        {
            return null;
        }

        if (Plans.TryGetValue(type.GetGenericTypeDefinition(), out var plan))
        {
            return (StrictCopier.CopyStep)typeof(StrictCollections).GetMethod(plan, BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [copier])!;
        }

        return typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(type) ? Tuple(type, copier) : null;
    }

    private static StrictCopier.CopyStep List<T>(StrictCopier copier) => (value, made) =>
    {
        var copy = new List<T>();
        made[value] = copy;
        copy.AddRange(Parts((List<T>)value, copier, made));
        return copy;
    };

    private static StrictCopier.CopyStep Set<T>(StrictCopier copier) => (value, made) =>
        new HashSet<T>(Parts((HashSet<T>)value, copier, made), ((HashSet<T>)value).Comparer);

    private static StrictCopier.CopyStep Map<TKey, TValue>(StrictCopier copier)
        where TKey : notnull => (value, made) =>
        new Dictionary<TKey, TValue>(Pairs((Dictionary<TKey, TValue>)value, copier, made), ((Dictionary<TKey, TValue>)value).Comparer);

    private static StrictCopier.CopyStep FixedArray<T>(StrictCopier copier) => (value, made) =>
        ((ImmutableArray<T>)value).IsDefault ? value : Parts((ImmutableArray<T>)value, copier, made).ToImmutableArray();

    private static StrictCopier.CopyStep FixedList<T>(StrictCopier copier) => (value, made) => Parts((ImmutableList<T>)value, copier, made).ToImmutableList();

    private static StrictCopier.CopyStep FixedSet<T>(StrictCopier copier) => (value, made) =>
        Parts((ImmutableHashSet<T>)value, copier, made).ToImmutableHashSet(((ImmutableHashSet<T>)value).KeyComparer);

    private static StrictCopier.CopyStep FixedSortedSet<T>(StrictCopier copier) => (value, made) =>
        Parts((ImmutableSortedSet<T>)value, copier, made).ToImmutableSortedSet(((ImmutableSortedSet<T>)value).KeyComparer);

    private static StrictCopier.CopyStep FixedMap<TKey, TValue>(StrictCopier copier)
        where TKey : notnull => (value, made) =>
        Pairs((ImmutableDictionary<TKey, TValue>)value, copier, made).ToImmutableDictionary(((ImmutableDictionary<TKey, TValue>)value).KeyComparer);

    private static StrictCopier.CopyStep FixedSortedMap<TKey, TValue>(StrictCopier copier)
        where TKey : notnull => (value, made) =>
        Pairs((ImmutableSortedDictionary<TKey, TValue>)value, copier, made).ToImmutableSortedDictionary(((ImmutableSortedDictionary<TKey, TValue>)value).KeyComparer);

    private static StrictCopier.CopyStep Pair<TKey, TValue>(StrictCopier copier) => (value, made) =>
    {
        var (key, part) = (KeyValuePair<TKey, TValue>)value;
        return new KeyValuePair<TKey, TValue>((TKey)copier.CopyPart(key, made)!, (TValue)copier.CopyPart(part, made)!);
    };

    private static StrictCopier.CopyStep Tuple(Type type, StrictCopier copier)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return (value, made) =>
        {
            var copy = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            Array.ForEach(fields, field => field.SetValue(copy, copier.CopyPart(field.GetValue(value), made)));
            return copy;
        };
    }

    private static IEnumerable<T> Parts<T>(IEnumerable<T> parts, StrictCopier copier, Dictionary<object, object> made) =>
        parts.Select(part => (T)copier.CopyPart(part, made)!);

    private static IEnumerable<KeyValuePair<TKey, TValue>> Pairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs, StrictCopier copier, Dictionary<object, object> made) =>
        pairs.Select(pair => new KeyValuePair<TKey, TValue>((TKey)copier.CopyPart(pair.Key, made)!, (TValue)copier.CopyPart(pair.Value, made)!));
}
