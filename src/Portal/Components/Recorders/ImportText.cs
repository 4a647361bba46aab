using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Words of the registration from a file.</summary>
internal static class ImportText
{
    public static readonly Phrase Columns = new("第一行为列名；编码为 UTF-8 或 GB18030。先检查整个文件，任何一行有误时一台也不登记。", "The first line names the columns; UTF-8 or GB18030. The whole file is checked first: with any fault nothing is registered.");
    public static readonly Phrase Example = new("文件示例", "Example of a file");
    public static readonly Phrase File = new("选择 CSV 文件", "Choose a CSV file");
    public static readonly Phrase FileHint = new("最大 5 MB，最多 20000 台。选择后立即检查，不会登记。", "At most 5 MB and 20,000 recorders. It is checked at once; nothing is registered yet.");
    public static readonly Phrase TooLarge = new("文件超过 5 MB，请拆分为多个文件后分别登记。", "The file is larger than 5 MB: split it and register the parts.");
    public static readonly Phrase ReportOf = new("检查结果：{0}", "Result: {0}");
    public static readonly Phrase Sound = new("文件没有问题：新登记 {0} 台，此前已登记 {1} 台（编码 {2}）。", "The file is in order: {0} new, {1} registered before ({2}).");
    public static readonly Phrase Faulty = new("文件有 {0} 处问题，没有登记任何设备。请修改文件后重新选择。", "{0} faults: nothing is registered. Mend the file and choose it again.");
    public static readonly Phrase Faults = new("问题列表", "Faults");
    public static readonly Phrase Line = new("行", "Line");
    public static readonly Phrase Column = new("列", "Column");
    public static readonly Phrase Fault = new("问题与处理", "What is wrong and what to do");
    public static readonly Phrase WholeFile = new("整个文件", "whole file");
    public static readonly Phrase MoreFaults = new("只显示前 {0} 处，修改后重新检查。", "Only the first {0} are shown; mend them and check again.");
    public static readonly Phrase MoreLines = new("只显示前 {0} 行。", "Only the first {0} lines are shown.");
    public static readonly Phrase Lines = new("文件内容（{0} 台）", "What the file holds ({0})");
    public static readonly Phrase Outcome = new("结果", "Result");
    public static readonly Phrase Import = new("登记文件中的设备", "Register what the file holds");
    public static readonly Phrase ImportQuestion = new("登记 {0} 台执法记录仪？", "Register {0} recorders?");
    public static readonly Phrase ImportEffect = new("每台设备写入登记簿并生成密钥。编号登记后不能更改或删除，只能报废；密钥只在完成后提供一次下载。", "Each is entered in the register and gets a key. An id cannot be changed or removed afterwards, only retired; the keys can be downloaded once, when it is done.");
    public static readonly Phrase Running = new("正在登记：{0} / {1}", "Registering: {0} of {1}");
    public static readonly Phrase RunningHint = new("请不要离开本页。中断后重新选择同一文件即可继续，密钥不变。", "Do not leave this page. If it is cut off, choose the same file again: it goes on, with the same keys.");
    public static readonly Phrase Imported = new("已登记 {0} 台；{1} 台此前已登记。", "{0} registered; {1} had been registered before.");
    public static readonly Phrase KeysOnce = new("密钥只在此提供一次：请下载并妥善保管，配置到设备后删除文件。遗失后只能逐台更换。", "The keys are given here once: download them, keep them safe, and delete the file when they are on the devices. Lost keys can only be renewed.");
    public static readonly Phrase DownloadKeys = new("下载密钥（CSV）", "Download the keys (CSV)");
    public static readonly Phrase KeysFile = new("记录仪密钥.csv", "recorder-keys.csv");
    public static readonly Phrase New = new("待登记", "new");
    public static readonly Phrase Known = new("此前已登记", "registered before");
    public static readonly Phrase RegisteredNow = new("已登记", "registered");
    public static readonly Phrase Refused = new("未能登记", "refused");
    public static readonly Phrase FaultyLine = new("有误", "faulty");

    private static readonly (string Member, Phrase Name)[] ColumnNames =
    [
        ("id", new("编号", "id")),
        ("bureau", new("单位", "bureau")),
        ("model", new("型号", "model")),
        ("serial", new("序列号", "serial")),
        ("storageGB", new("存储容量GB", "storageGB")),
        ("note", new("备注", "note")),
    ];

    /// <summary>A column as the file's head writes it; what is none of them is shown as it is.</summary>
    public static string ColumnName(string? member) => Array.Find(ColumnNames, column => column.Member == member) is { Name: { } name } ? name : member ?? "";
}
