using System.Security.Cryptography;
using System.Text;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Access;

/// <summary>Keys of programs: docking stations, gateways, other systems.</summary>
public sealed class TokenService(AccountStore store, Bureaus bureaus, Installation installation, TimeProvider machine)
{
    private const string Prefix = "oe_";

    /// <summary>Makes a key. The secret is in the answer and nowhere else.</summary>
    public (ProgramToken? Token, string? Secret, IReadOnlyList<Violation> Broken) Create(string name, Seat seat, int days, string createdBy)
    {
        List<Violation> broken = [];
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
        {
            broken.Add(Fault("token.name", "名称须为 1 至 100 个字符。", "The name has 1 to 100 characters.", "name"));
        }

        if (days is < 1 or > 730)
        {
            broken.Add(Fault("token.days", "有效期须为 1 至 730 天。", "A key lives 1 to 730 days.", "days"));
        }

        if (bureaus.NameOf(seat.Bureau) is null)
        {
            broken.Add(Fault("access.unknown-bureau", $"没有代码为 {seat.Bureau} 的单位。", $"There is no bureau {seat.Bureau}.", "bureau"));
        }
        else if (AccessRules.CheckSeat(seat.Role, seat.Bureau) is { } misplaced)
        {
            broken.Add(misplaced);
        }

        // A program gives no opinion and approves nothing: that is a person's act. A training installation may let programs play every part.
        if (!installation.IsTraining && seat.Role is (Role.UnitHead or Role.LegalReviewer or Role.LeaderInCharge or Role.MainLeader))
        {
            broken.Add(Fault("token.no-approvals", "程序令牌不得用于审核、审批岗位。", "A program's key cannot hold a role that reviews or approves.", "role"));
        }

        if (broken.Count > 0)
        {
            return (null, null, broken);
        }

        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = machine.GetUtcNow();
        ProgramToken token = new(Guid.NewGuid().ToString("N")[..12], name.Trim(), HashOf(secret), seat, createdBy, now, now.AddDays(days), null);
        store.Save(token);
        return (token, secret, []);
    }

    /// <summary>The live key behind a secret, or <see langword="null"/>.</summary>
    public ProgramToken? Find(string secret) =>
        store.FindToken(HashOf(secret)) is { RevokedAt: null } token && token.ExpiresAt > machine.GetUtcNow() ? token : null;

    public ProgramToken? Revoke(string id)
    {
        if (store.Tokens.FirstOrDefault(candidate => candidate.Id == id) is not { } token)
        {
            return null;
        }

        if (token.RevokedAt is null)
        {
            token = token with { RevokedAt = machine.GetUtcNow() };
            store.Save(token);
        }

        return token;
    }

    // A hash without salt is enough: the secret has 256 random bits, nobody guesses it from the hash.
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Violation Fault(string code, string zh, string en, string member) =>
        new(code, null, new Words(zh, en), new Words("请修改后重试。", "Correct it and try again."), member);
}
