using System.Text;
using Enforcement.Domain.Access;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Seeding;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Access;

/// <summary>The first accounts of a new installation: no default password is ever left open.</summary>
/// <remarks>A real one gets a single administrator, shown once and to be changed at the first sign-in. A training one gets a person for each role and bureau.</remarks>
public sealed class FirstRun(Installation installation, AccountStore store, AccountService accounts, Bureaus bureaus)
{
    public const string AdministratorName = "admin";

    /// <summary>Where a training installation keeps its sign-ins, readable by its owner only, to be shown again at each start.</summary>
    public string SignInsPath => installation.PathOf("sign-ins.txt");

    /// <summary>Makes the first accounts if there are none.</summary>
    /// <returns>The lines to print.</returns>
    public IReadOnlyList<string> Prepare()
    {
        if (store.Accounts.Count > 0)
        {
            return installation.IsTraining && File.Exists(SignInsPath) ? File.ReadAllLines(SignInsPath) : [];
        }

        if (!installation.IsTraining)
        {
            var password = Passwords.Make();
            store.AddAll([accounts.Build(new(AdministratorName, "系统管理员", null, [new(Role.Administrator, Principal.Municipality)]), password, mustChange: true)]);
            return
            [
                "首次登录账户（仅显示一次，登录后须立即修改密码） first sign-in, shown once, to be changed at once:",
                $"  {AdministratorName}  {password}",
            ];
        }

        var people = TrainingPeople().Select(person => (person, password: Passwords.Make())).ToList();
        List<string> lines =
        [
            "登录账户 sign-ins (账户 name, 密码 password, 单位 bureau, 角色 role):",
            .. people.Select(p => $"  {p.person.Name,-22}  {p.password}  {NameOf(p.person.Seats[0].Bureau)} {RoleNames.Of(p.person.Seats[0].Role).Zh}"),
        ];

        // The list goes to disk before the accounts: after a crash in between it is simply made anew.
        Durable.Replace(SignInsPath, Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n'));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(SignInsPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        store.AddAll([.. people.AsParallel().AsOrdered().Select(p => accounts.Build(p.person, p.password, mustChange: false))]);
        return lines;
    }

    /// <summary>For who has lost the password of the first administrator and sits at the machine: whoever may write the folder may do this.</summary>
    /// <returns>The lines to print.</returns>
    public IReadOnlyList<string> ResetAdministrator() => accounts.ResetPassword(AdministratorName) is { } password
        ? [$"  {AdministratorName}  {password}"]
        : [$"没有账户 {AdministratorName}。 There is no account {AdministratorName}."];

    private IEnumerable<NewAccount> TrainingPeople()
    {
        foreach (var bureau in bureaus.All.Select(bureau => bureau.Code).Append(Principal.Municipality))
        {
            foreach (var role in RoleNames.All.Where(role => AccessRules.CheckSeat(role, bureau) is null))
            {
                var name = $"{bureau.ToLowerInvariant()}-{RoleNames.Wire(role)}";
                var certificate = role is Role.Officer ? $"{bureau}-0001" : null;
                yield return new NewAccount(name, DemoPeople.NameOf(name) ?? $"{NameOf(bureau)}{RoleNames.Of(role).Zh}", certificate, [new Seat(role, bureau)]);
                if (role is Role.Officer)
                {
                    // Two officers act together in most acts, so that one alone could try out nothing.
                    yield return new NewAccount($"{name}-2", DemoPeople.NameOf($"{name}-2") ?? $"{NameOf(bureau)}{RoleNames.Of(role).Zh}二", $"{bureau}-0002", [new Seat(role, bureau)]);
                }
            }
        }
    }

    private string NameOf(string bureau) => bureaus.NameOf(bureau)!.Value.Zh;
}
