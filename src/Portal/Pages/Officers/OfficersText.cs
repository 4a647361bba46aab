using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Officers;

internal static class OfficersText
{
    public static readonly Phrase Recorders = new("名下记录仪", "Recorders");
    public static readonly Phrase ShowRecorders = new("查看", "Show");
    public static readonly Phrase RecordersOf = new("查看{0}领用的执法记录仪", "Show the recorders that {0} holds");
    public static readonly Phrase Title = new("执法人员", "Officers");
    public static readonly Phrase Name = new("姓名", "Name");
    public static readonly Phrase Id = new("人员编号", "Id");
    public static readonly Phrase IdHint = new("小写字母、数字、点、短横线；登记后不再更改", "lower-case letters, digits, dots, hyphens; never changed");
    public static readonly Phrase Certificate = new("执法证号", "Certificate");
    public static readonly Phrase ValidUntil = new("证件有效期至", "Valid until");
    public static readonly Phrase Roles = new("岗位", "Roles");
    public static readonly Phrase Active = new("在岗", "In service");
    public static readonly Phrase Inactive = new("不在岗", "Not in service");
    public static readonly Phrase Expired = new("已过期", "expired");
    public static readonly Phrase Register = new("登记人员", "Register an officer");
    public static readonly Phrase Edit = new("变更登记", "Change");
    public static readonly Phrase Filter = new("按姓名、编号、证号筛选", "Filter by name, id or number");
    public static readonly Phrase Empty = new("名册中没有符合条件的人员", "No officer fits");
    public static readonly Phrase Saved = new("已登记。", "Registered.");
    public static readonly Phrase Bureaus = new("执法机关", "Bureaus");
    public static readonly Phrase District = new("辖区", "District");
    public static readonly Phrase Regulation = new("适用制度", "Regulation");
    public static readonly Phrase Cases = new("案件", "Cases");
    public static readonly Phrase CountOfficers = new("执法人员", "Officers");
    public static readonly Phrase EmptyBureaus = new("尚未设立执法机关", "No bureau yet");
}
