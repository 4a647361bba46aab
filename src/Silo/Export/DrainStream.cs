namespace Enforcement.Silo.Export;

/// <summary>Holds what was written until it is sent on: writers of files write at once, the connection must not be written to at once.</summary>
internal sealed class DrainStream : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends on what is held.</summary>
    public async Task DrainAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellationToken);
        await target.FlushAsync(cancellationToken);
        _held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void WriteByte(byte value) => _held.WriteByte(value);

    public override void Flush()
    {
        // What is held goes on with DrainAsync.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
