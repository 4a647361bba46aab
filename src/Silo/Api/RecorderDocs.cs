namespace Enforcement.Silo.Api;

/// <summary>The words about recorders in the description of the API.</summary>
internal static class RecorderDocs
{
    public static readonly EndpointDoc List = new(
        "List recorders",
        "Recorders [执法记录仪] of bureaus that you may read. Filters: bureau, state (in-store, issued, repair, retired; without it all but retired), contact (online, offline, unknown), holder, "
        + "recording, lowBattery (below 20 %), lowStorage (less than 10 % free), drifted (clock more than 30 s off), alarmed (alarms that nobody has seen), q (words of id, serial, model, holder). "
        + "order: id, lastContact, battery, storage. Online is a lease of 90 s after the last live contact.");

    public static readonly EndpointDoc View = new(
        "Read a recorder", "The register with its holders [领用记录], what the recorder told of its recordings, findings, the proof state of its stream; and the last that was heard of it.");

    public static readonly EndpointDoc Register = new(
        "Register a recorder",
        "Registers a recorder [登记], or changes what is registered. The same content again does nothing. The key of a new recorder is in the answer and nowhere else: put it into the device. "
        + "A recorder moves to another bureau out of the store only. storageBytes is 0 when unknown.",
        """{ "bureau": "CM", "model": "DSJ-X9", "serial": "SN20260001", "storageBytes": 68719476736, "note": "二楼采集站" }""");

    public static readonly EndpointDoc Issue = new(
        "Issue a recorder", "Gives it to an officer in service of its bureau [领用]. Refused while another holds it, in repair, or retired.", """{ "officerId": "cm-officer", "note": "外观完好" }""");

    public static readonly EndpointDoc Return = new("Take a recorder back", "Back into the store [归还].", """{ "note": "外观完好，电量充足" }""");

    public static readonly EndpointDoc Repair = new(
        "Send a recorder to repair, or take it back", "done: false sends it to repair [送修], out of its holder's hands; true brings it back into the store [修复].", """{ "done": false, "reason": "屏幕破裂" }""");

    public static readonly EndpointDoc Retire = new(
        "Retire a recorder", "Takes it out of service for ever [报废]; its key is void at once and its serial number is free again.", """{ "reason": "电池鼓包，无法修复" }""");

    public static readonly EndpointDoc Key = new("Renew the key of a recorder", "Every earlier key is void at once. The new one is in the answer and nowhere else.");

    public static readonly EndpointDoc History = new(
        "Read battery, storage and clock of a recorder", "Points between from and to (instants with their offset; without them the last 24 hours), thinned to at most limit (2 to 2000, without it 500).");

    public static readonly EndpointDoc Track = new("Read the way of a recorder", "Points between from and to, as for its history.");

    public static readonly EndpointDoc Alarms = new(
        "List alarms of recorders", "The youngest first. Filters: bureau, open (nobody has seen it), recorder, kind (lost-while-recording, sos, fault, battery-low, storage-low, clock-drift, not-issued, retired-reports).");

    public static readonly EndpointDoc Acknowledge = new(
        "Acknowledge an alarm", "Marks it as seen by you, with what is done about it.", """{ "note": "已联系领用人，设备正在返回采集站" }""");

    public static readonly EndpointDoc Import = new(
        "Register recorders from a CSV file",
        "text/csv in UTF-8 or GB18030, at most 5 MB and 20,000 lines. Head: 编号/id, 单位/bureau, 型号/model, 序列号/serial, and if wanted 存储容量GB/storageGB, 备注/note. check=1 checks alone. "
        + "Every fault comes with its line; a file with faults registers nothing (422, report in the member import). The keys of new recorders are in the answer and nowhere else. "
        + "The same file sent again goes on where it was stopped and gives the same keys; no Idempotency-Key is needed.");
}
