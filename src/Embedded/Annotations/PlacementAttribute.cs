namespace Orleans.Placement;

/// <summary>Base of the attributes that say where activations go. In one process there is only the number of them to say.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public abstract class PlacementAttribute : Attribute
{
    private protected PlacementAttribute()
    {
    }
}
