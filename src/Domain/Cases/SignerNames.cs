using System.Diagnostics;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>The names of those who sign.</summary>
public static class SignerNames
{
    /// <summary>The name of a signer in both languages.</summary>
    public static Words Of(Signer signer) => signer switch
    {
        Signer.Officer => new("执法人员签名", "Signature of the officers"),
        Signer.Party => new("当事人签名或盖章", "Signature of the party"),
        Signer.PartyOrPresent => new("当事人或有关在场人员签名或盖章", "Signature of the party or a person present"),
        Signer.Witness => new("见证人签名或盖章", "Signature of the witness"),
        Signer.Server => new("送达人签名或盖章", "Signature of the server"),
        Signer.Receiver => new("受送达人或签收人签名或盖章", "Signature of the receiver"),
        Signer.Handler => new("承办人签名", "Signature of the handler"),
        Signer.Reviewer => new("审核人签名", "Signature of the reviewer"),
        Signer.Head => new("负责人签名", "Signature of the head"),
        Signer.Staff => new("有关工作人员签名或盖章", "Signature of the staff concerned"),
        Signer.Custodian => new("档案管理人员签名", "Signature of the custodian"),
        _ => throw new UnreachableException($"Unknown signer {signer}."),
    };
}
