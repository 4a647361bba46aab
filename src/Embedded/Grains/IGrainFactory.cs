namespace Orleans;

/// <summary>Makes references to grains. A reference costs nothing; the grain is activated by its first call.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with this key.</summary>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference to the grain with this key.</summary>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);
}

/// <summary>The way into the engine from outside of grains.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host.</summary>
    IServiceProvider ServiceProvider { get; }
}
