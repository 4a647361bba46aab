using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>What the address of the list says. Other pages link to it by these names.</summary>
public sealed partial class CasesPage
{
    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "stage")]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    private string? ActType { get; set; }

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "officer")]
    private string? Officer { get; set; }

    [SupplyParameterFromQuery(Name = "mine")]
    private string? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private string? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "due")]
    private string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "incomplete")]
    private string? Incomplete { get; set; }

    [SupplyParameterFromQuery(Name = "findings")]
    private string? Findings { get; set; }

    [SupplyParameterFromQuery(Name = "archiving")]
    private string? Archiving { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "endedFrom")]
    private string? EndedFrom { get; set; }

    [SupplyParameterFromQuery(Name = "endedTo")]
    private string? EndedTo { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    private string? Descending { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? Before { get; set; }

    private string? Address(string name) => name switch
    {
        "q" => Text,
        "state" => State,
        "stage" => Stage,
        "type" => ActType,
        "bureau" => Bureau,
        "officer" => Officer,
        "mine" => Mine,
        "overdue" => Overdue,
        "due" => Due,
        "incomplete" => Incomplete,
        "findings" => Findings,
        "archiving" => Archiving,
        "from" => From,
        "to" => To,
        "endedFrom" => EndedFrom,
        "endedTo" => EndedTo,
        "order" => Order,
        "desc" => Descending,
        _ => null,
    };
}
