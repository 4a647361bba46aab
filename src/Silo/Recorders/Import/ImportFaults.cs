using Enforcement.Domain;
using Enforcement.Portal.Access;

namespace Enforcement.Silo.Recorders.Import;

/// <summary>What can be wrong with a file of recorders, in words.</summary>
internal static class ImportFaults
{
    public static Violation TooLarge { get; } = Of(
        "import.too-large", "文件超过 5 MB", "The file is larger than 5 MB", "分成多个文件导入", "Split it into several files");

    public static Violation TooLong { get; } = Of(
        "import.too-many-lines", $"文件超过 {RecorderImportReport.MostLines} 行", $"The file has more than {RecorderImportReport.MostLines} lines", "分成多个文件导入", "Split it into several files");

    public static Violation Empty { get; } = Of(
        "import.empty", "文件中没有执法记录仪", "There is no recorder in the file", "第一行写列名，其后每行一台", "Write the names of the columns into the first line and one recorder into each line after it");

    public static Violation Workbook { get; } = Of(
        "import.not-csv", "这不是 CSV 文本文件", "This is no CSV text file", "在表格软件中另存为“CSV UTF-8（逗号分隔）”", "Save it in the spreadsheet as \"CSV UTF-8 (comma delimited)\"");

    public static Violation Encoding { get; } = Of(
        "import.encoding", "本行文字既不是 UTF-8 也不是 GB18030", "This line is neither UTF-8 nor GB18030", "以 UTF-8 编码另存后再导入", "Save the file in UTF-8 and try again");

    public static Violation MixedEncoding { get; } = Of(
        "import.encoding-mixed", "本行的编码与文件其余部分不同", "This line is in another encoding than the rest of the file", "文件可能由不同来源拼接：全部以 UTF-8 另存后再导入", "The file may be put together from several: save all of it in UTF-8");

    public static Violation OpenQuote { get; } = Of(
        "import.quote-open", "从本行开始的引号没有结束", "The quotation mark that opens in this line never closes", "补上结束引号，文字中的引号写成两个", "Close it; a quotation mark within text is written twice");

    public static Violation StrayQuote { get; } = Of(
        "import.quote-stray", "引号结束后还有文字", "There is text after a closing quotation mark", "整格加引号，文字中的引号写成两个", "Put the whole cell into quotation marks; one within text is written twice");

    public static Violation NoId { get; } = Of("import.id-missing", "没有编号", "The id is missing", "填写设备编号", "Give the id of the device", "id");

    public static Violation Storage { get; } = Of(
        "import.storage", "存储容量须为 0 至 90000 的数字，单位 GB", "The size of the store is a number from 0 to 90000, in GB", "填写数字，不写单位；不详时留空", "Give the number without a unit; leave it empty when unknown", "storageGB");

    public static Violation NoColumn(string zh, string en) => Of(
        "import.column-missing", $"缺少列“{zh}”", $"The column \"{en}\" is missing", "第一行须有列名：编号、单位、型号、序列号", "The first line has the names id, bureau, model, serial", en);

    public static Violation UnknownColumn(string name) => Of(
        "import.column-unknown", $"没有名为“{Short(name)}”的列", $"There is no column \"{Short(name)}\"",
        "可用列名：编号、单位、型号、序列号、存储容量GB、备注", "There are: id, bureau, model, serial, storageGB, note");

    public static Violation ColumnTwice(string name) => Of(
        "import.column-twice", $"列“{Short(name)}”出现两次", $"The column \"{Short(name)}\" stands there twice", "删去其中一列", "Remove one of them");

    public static Violation TooManyCells(int cells, int columns) => Of(
        "import.too-many-cells", $"本行有 {cells} 格，列名只有 {columns} 个", $"The line has {cells} cells and there are {columns} columns", "含逗号的文字须加引号", "Put text with commas into quotation marks");

    public static Violation UnknownBureau(string bureau) => Of(
        "bureau.unknown", $"没有单位“{Short(bureau)}”", $"There is no bureau \"{Short(bureau)}\"", "填写单位代码或全称", "Give the code or the name of a bureau", "bureau");

    public static Violation IdTwice(string id, int line) => Of(
        "import.id-twice", $"编号“{id}”已在第 {line} 行", $"The id \"{id}\" stands in line {line} already", "删去重复的一行，或更正编号", "Remove one of the lines or correct the id", "id");

    public static Violation SerialTwice(string serial, int line) => Of(
        "import.serial-twice", $"序列号“{Short(serial)}”已在第 {line} 行", $"The serial number \"{Short(serial)}\" stands in line {line} already", "按机身标签更正", "Correct it by the device's label", "serial");

    public static Violation Registered(string id) => Of(
        "import.registered", $"编号“{id}”已登记，内容不同", $"The recorder \"{id}\" is registered, with other content", "从文件中删去本行；需要更改时逐台办理", "Remove the line; change registered recorders one by one", "id");

    private static string Short(string text) => PlainText.IsClean(text) && text.Length <= 60 ? text : "…";

    private static Violation Of(string code, string zh, string en, string nextZh, string nextEn, string? column = null) =>
        new(code, null, new Words(zh, en), new Words(nextZh, nextEn), column);
}
