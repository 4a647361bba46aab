using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>What one process knows of a staged file while it works on it.</summary>
internal sealed class StagingEntry(StagingSidecar sidecar, long offset)
{
    private readonly Lock _lock = new();
    private StagingSidecar _sidecar = sidecar;
    private long _offset = offset;
    private bool _held;
    private bool _gone;

    /// <summary>Hashes of the first bytes, kept between two chunks; only the holder touches it.</summary>
    public MediaHasher? Hasher { get; set; }

    public StagingSidecar Sidecar
    {
        get
        {
            lock (_lock)
            {
                return _sidecar;
            }
        }
    }

    public StagedFile File
    {
        get
        {
            lock (_lock)
            {
                return _sidecar.At(_offset);
            }
        }
    }

    public void Advance(long offset)
    {
        lock (_lock)
        {
            _offset = offset;
        }
    }

    public void Remember(StagingSidecar sidecar)
    {
        lock (_lock)
        {
            _sidecar = sidecar;
        }
    }

    public bool TryHold()
    {
        lock (_lock)
        {
            if (_held || _gone)
            {
                return false;
            }

            return _held = true;
        }
    }

    /// <param name="gone">Nobody may take this entry again: its file is gone, or will be read from disk anew.</param>
    public void Release(bool gone)
    {
        lock (_lock)
        {
            _held = false;
            _gone = gone;
        }

        if (gone)
        {
            Hasher?.Dispose();
            Hasher = null;
        }
    }
}
