namespace Enforcement.Silo.Api;

/// <summary>The words about cases in the description of the API.</summary>
internal static class CaseDocs
{
    public static readonly EndpointDoc List = new(
        "List cases",
        "Only cases of bureaus that you may read. " + Filters + "limit: 1 to 200. The answer's next goes into cursor for the next page.");

    public static readonly EndpointDoc Export = new(
        "Export a list of cases",
        "The list that the same filters show, whole and in the same order, as a file. format: csv (UTF-8 with BOM, RFC 4180; a text that a spreadsheet would run as a formula is preceded by an apostrophe) or "
        + "xlsx (typed dates; a second sheet says who exported what, and when; at most 1,048,575 cases). " + Filters + "Each export is written into the log with who, what and how many.");

    private const string Filters =
        "Filters: bureau, stage, actType, handler, overdue, dueWithin (a term ends today: 0, or within so many days more), incomplete, openFindings, archiveTerm (the term to archive ended within the last thirty days), openedFrom and openedTo, endedFrom and endedTo (days at +08:00, both included), "
        + "state (all: default, open: not archived, ended: to be archived, archived), text (every word must occur in number, title, party or handler; width and kind of brackets do not matter). "
        + "order: nextDue (default), opened, updated, number, stage, missing; descending turns it. A value that is not known is refused. ";

    public static readonly EndpointDoc Open = new(
        "Open a case with its first act",
        "Starts a case [立案、受理] under the regulation in force for the bureau; the case stays pinned to that text. You choose the id: lower-case letters, digits, hyphens, 8 to 64. "
        + "The reference in the answer is the case number [案号]. Which act may open which kind of case, with which fields: GET /api/v1/regulations/profiles/{code}/{version}/acts (opens).",
        """
        {
          "bureau": "CM", "actType": "licence", "origin": "application", "title": "临时占道申请",
          "party": { "name": "某某商贸有限公司", "kind": "organisation", "idNumber": "91370000MA00000000" },
          "first": { "kind": "application", "fields": { "applicant": "某某商贸有限公司", "matter": "临时占用道路", "manner": "written" } }
        }
        """);

    public static readonly EndpointDoc View = new(
        "Read a case",
        "Everything about one case: acts with both instants, clocks with their sentence and article, completeness, findings, the proof state of its stream, and which acts may be recorded next by you.");

    public static readonly EndpointDoc Ledger = new(
        "Read the entries of a case",
        "The kept entries as they are: the SHA-256 over the UTF-8 text of each entry is its hash, and each names the hash of the one before it. Written in canonical JSON (RFC 8785), so that anyone can compute it again.");

    public static readonly EndpointDoc Record = new(
        "Record an act",
        "Records an act [执法行为] by its kind, or corrects an earlier entry by a new one that names it. What the act needs (fields, officers, documents, signatures, recording) stands in the profile of the case; "
        + "every broken rule comes back at once, each with its article. The reference in the answer is the id of the entry.",
        """
        {
          "kind": "onsite-inspection", "occurredAt": "2026-03-02T01:30:00Z",
          "fields": { "place": "解放路 12 号门前" },
          "officers": [ { "id": "cm-officer", "shown": true }, { "id": "cm-officer-2", "shown": true } ],
          "documents": [ { "id": "onsite-record", "title": "现场检查笔录" } ],
          "signatures": [ { "by": "party", "name": "张三" } ],
          "recordings": [ "rec-20260302-0001" ]
        }
        """);

    public static readonly EndpointDoc Attach = new(
        "Add a document to an act",
        "Adds a document that could only be had later. sha256 names a file that was handed in at /api/v1/documents.",
        """{ "act": "a3", "document": { "id": "delivery-receipt", "title": "送达回证", "number": "城管送字〔2026〕3号" } }""");

    public static readonly EndpointDoc Link = new(
        "Link a recording to an act",
        "Links an announced or stored recording [音像记录] to an act of this case. A recording belongs to one case.",
        """{ "act": "a3", "recording": "rec-20260302-0001" }""");

    public static readonly EndpointDoc DescribeRecording = new(
        "Describe a recording for the archive",
        "Text that the archive asks for with a recording; which fields there are is the profile's (CM-26, FS-33 and their like).",
        """{ "fields": { "time": "2026-03-02 09:30", "place": "解放路 12 号门前", "content": "现场检查" }, "transcript": "……" }""");

    public static readonly EndpointDoc Override = new(
        "Replace a term by that of another law",
        "Where the regulation yields to another provision, its term can be replaced: the provision and the reason are recorded and shown ever after.",
        """{ "unit": "working-days", "value": 10, "source": "《中华人民共和国行政许可法》第四十二条", "reason": "法律另有规定" }""");

    public static readonly EndpointDoc Resolve = new(
        "Close a finding of a case",
        "Closes a finding with words. The mark on the case stays.",
        """{ "resolution": "已约谈承办人，责令三日内补正。" }""");
}
