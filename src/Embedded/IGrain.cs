namespace Orleans;

/// <summary>Marks a grain interface.</summary>
public interface IGrain;
