namespace Enforcement.Walk;

/// <summary>A file to hand in where none is named: fixed bytes of a given length, longer than one leaf of the store.</summary>
internal static class Film
{
    public static byte[] Make(int length)
    {
        var bytes = new byte[length];
        new Random(20260101).NextBytes(bytes);
        return bytes;
    }
}
