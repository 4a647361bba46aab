namespace Enforcement.Domain.Bureaus;

/// <summary>What is registered of a bureau [执法机关].</summary>
public abstract record BureauEvent : DomainEvent
{
    private BureauEvent()
    {
    }

    /// <summary>The register's entry, whole: the latest one counts.</summary>
    /// <param name="NameZh">Its name.</param>
    /// <param name="NameEn">Its name in English.</param>
    /// <param name="Mark">The mark in its case numbers [机关代字].</param>
    /// <param name="ProfileCode">The regulation it lives by.</param>
    /// <param name="District">The district.</param>
    public sealed record Founded(string NameZh, string NameEn, string Mark, string ProfileCode, string District) : BureauEvent;

    /// <summary>A case got its number [编号]. Numbers run without gaps per kind and year.</summary>
    public sealed record NumberGiven(string CaseId, string ActType, int Year, int Serial, string Number) : BureauEvent;
}
