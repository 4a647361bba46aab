namespace Enforcement.Grains.Interfaces;

internal static class Assembly;
