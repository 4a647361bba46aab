using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization;

namespace Enforcement.Embedded;

/// <summary>Copies objects as a serializer would carry them: only what is declared arrives, and only types that are declared pass.</summary>
internal sealed class StrictCopier
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private readonly ConcurrentDictionary<Type, CopyStep> _plans = new();

    /// <summary>Copies a value; the copies made so far keep shared references shared.</summary>
    public delegate object CopyStep(object value, Dictionary<object, object> made);

    public object? Copy(object? value) => CopyPart(value, new Dictionary<object, object>(ReferenceEqualityComparer.Instance));

    /// <summary>Type, message and declared members cross; members without [Id] are lost, and a type without a serializer is replaced.</summary>
    public Exception CopyException(Exception exception)
    {
        var type = exception.GetType();
        if (IsOfFramework(type))
        {
            return exception;
        }

        if (!type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            return new CodecNotFoundException($"Could not find a codec for type {type}: an exception that crosses a call needs [GenerateSerializer].");
        }

        var copy = (Exception)Clone.Invoke(exception, null)!;
        for (var part = type; !IsOfFramework(part); part = part.BaseType!)
        {
            var declared = StrictMembers.Of(part).ToHashSet();
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                field.SetValue(copy, declared.Contains(field) ? Copy(field.GetValue(exception)) : null);
            }
        }

        return copy;
    }

    internal object? CopyPart(object? value, Dictionary<object, object> made)
    {
        if (value is null)
        {
            return null;
        }

        var type = value.GetType();
        if (!type.IsValueType && made.TryGetValue(value, out var known))
        {
            return known;
        }

        var copy = _plans.GetOrAdd(type, Plan)(value, made);
        if (!type.IsValueType)
        {
            made[value] = copy;
        }

        return copy;
    }

    private static bool IsOfFramework(Type type) =>
        type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Orleans", StringComparison.Ordinal));

    private CopyStep Plan(Type type)
    {
        if (StrictLeaves.Contains(type) || typeof(GrainProxy).IsAssignableFrom(type))
        {
            return static (value, _) => value;
        }

        if (type.IsArray)
        {
            return CopyArray;
        }

        if (StrictCollections.Plan(type, this) is { } collection)
        {
            return collection;
        }

        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            return Members(type);
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            return (value, _) => CopyException((Exception)value);
        }

        throw new CodecNotFoundException(typeof(IGrainBase).IsAssignableFrom(type)
            ? $"{type} is a grain itself: pass this.AsReference<T>() instead."
            : $"Could not find a copier for type {type}: what crosses a call needs [GenerateSerializer].");
    }

    private object CopyArray(object value, Dictionary<object, object> made)
    {
        var from = (Array)value;
        var to = (Array)from.Clone();
        made[value] = to;
        for (var i = 0; i < from.Length; i++)
        {
            to.SetValue(CopyPart(from.GetValue(i), made), i);
        }

        return to;
    }

    private CopyStep Members(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            fields.AddRange(StrictMembers.Of(part));
        }

        return (value, made) =>
        {
            var copy = RuntimeHelpers.GetUninitializedObject(type);
            if (!type.IsValueType)
            {
                made[value] = copy;
            }

            fields.ForEach(field => field.SetValue(copy, CopyPart(field.GetValue(value), made)));
            return copy;
        };
    }
}
