namespace Enforcement.Grains.Tests.Hosting;

internal static class Chaining
{
    /// <summary>Goes on with what a step gave.</summary>
    public static async Task<TNext> Then<T, TNext>(this Task<T> step, Func<T, Task<TNext>> next) => await next(await step);
}
