namespace Enforcement.Silo.Api;

/// <summary>The words about recordings and files in the description of the API.</summary>
internal static class RecordingDocs
{
    public static readonly EndpointDoc List = new(
        "List recordings",
        "Recordings [音像记录] of bureaus that you may read, from their announcement on, the youngest first. Filters: bureau, unlinked, overdue, state, officer, case; "
        + "view (unlinked, overdue, waiting, stored, corrupted), recorder, mode, from and to (days, yyyy-MM-dd), due (hand-in ends within so many hours), number (part of a case number), "
        + "sha256 (its first digits), q (words of place, file name, recorder, officer). order: started, urgent, hand-in.");

    public static readonly EndpointDoc Export = new(
        "Export the list of recordings",
        "What the filters leave, as CSV in UTF-8 with a byte order mark, in the order of the library. The same filters as the list.");

    public static readonly EndpointDoc Announce = new(
        "Announce a recording",
        "Makes a recording known before any file exists. Its hand-in clock [移交存储期限] runs from the end of recording, and can be missed without a file (CM-20, CZ-21, TA-29, FS-31, GC-16). You choose the id.",
        """
        {
          "bureau": "CM", "recorderId": "DSJ-000123", "officerId": "cm-officer", "mode": "video",
          "startedAt": "2026-03-02T01:30:00Z", "endedAt": "2026-03-02T01:52:10Z", "place": "解放路 12 号门前"
        }
        """);

    public static readonly EndpointDoc View = new("Read a recording", "What is known of it: file and hashes, clocks, findings, the line of custody [保管链], the proof state of its stream.");

    public static readonly EndpointDoc Ledger = new("Read the entries of a recording", "The kept entries as they are, as for a case.");

    public static readonly EndpointDoc End = new(
        "Tell when a recording ended", "For a recording that was announced while it ran: its hand-in clock starts here.", """{ "endedAt": "2026-03-02T01:52:10Z" }""");

    public static readonly EndpointDoc RemoteWork = new(
        "Declare remote or continuous work",
        "Where the regulation knows the exemption (FS-31): declared before the due instant, with the ground and the reason.",
        """{ "ground": "remote", "reason": "在外县连续执法，无法当日移交。" }""");

    public static readonly EndpointDoc Return = new(
        "Declare the return to the unit", "The term of hand-in counts from here (FS-31).", """{ "returnedAt": "2026-03-04T09:00:00Z" }""");

    public static readonly EndpointDoc Mark = new(
        "Mark a place in a recording",
        "What is to be seen or heard at a place [时点标注], as a fact in the recording's ledger. You choose the mark's id. corrects names an earlier mark of your own that it takes the place of; both stay in the custody line.",
        """{ "mark": "m-0001", "atMs": 83500, "text": "当事人自愿打开后备箱", "corrects": null }""");

    public static readonly EndpointDoc WithdrawMark = new(
        "Take a mark back", "Only who made it may. It stays in the custody line, with the reason.", """{ "mark": "m-0001", "reason": "时间有误" }""");

    public static readonly EndpointDoc Content = new(
        "Play or fetch a recording",
        "The original with range requests; each MiB is compared with its hash before its bytes leave. The first view of an hour by a person is written down [调阅] with its purpose (query parameter purpose, default play); HEAD is not a view. "
        + "A damaged original is never served: 500 media-corrupted, and a finding is raised.");

    public static readonly EndpointDoc Document = new(
        "Fetch a document file",
        "A file that an act of the case in the query parameter case names. Without that case, or where it names no such file, there is none: 404.");

    public static readonly EndpointDoc Uploads = new(
        "Hand in a recording's file (tus 1.0)",
        "Upload-Metadata: recordingId (announced before), filename, filetype, sha256 (recommended), each value in Base64. After the last byte the file is hashed, synced and entered in the recording's ledger; only then comes the receipt, "
        + "with Media-Sha256, Media-Sm3 and Media-Leaf-Root. An original is never replaced.");

    public static readonly EndpointDoc Documents = new(
        "Hand in a document file (tus 1.0)",
        "Upload-Metadata: filename, filetype, sha256, each value in Base64. The receipt's Media-Sha256 goes into the sha256 of a document of an act. At most 100 MiB.");
}
