// Which announced recording a file belongs to. Told only where one stands out; otherwise a person chooses.
const Minute = 60000;

/** @param waiting {id, recorder, started, ended, mode}[], instants as ISO texts. @returns {id, reason} or null. */
export function match(file, waiting) {
  const fitting = waiting.filter(one => fits(file.type, one.mode));
  const name = file.name.toLowerCase();
  const byId = fitting.filter(one => name.includes(one.id.toLowerCase()));
  if (byId.length === 1) return { id: byId[0].id, reason: 'id' };

  const byRecorder = fitting.filter(one => one.recorder && name.includes(one.recorder.toLowerCase()));
  const pool = byRecorder.length ? byRecorder : fitting;
  const at = timeIn(file.name);
  if (at !== null) {
    const byName = pool.filter(one => Math.abs(at - Date.parse(one.started)) <= 3 * Minute);
    if (byName.length === 1) return { id: byName[0].id, reason: 'name' };
  }
  if (byRecorder.length === 1) return { id: byRecorder[0].id, reason: 'recorder' };

  const byTime = pool.filter(one => one.ended && file.lastModified >= Date.parse(one.ended) - Minute && file.lastModified <= Date.parse(one.ended) + 5 * Minute);
  return byTime.length === 1 ? { id: byTime[0].id, reason: 'time' } : null;
}

/** The time that recorders write into names, such as 20261121_142000 or 2026-11-21-14-20-00, at +08:00. */
export function timeIn(name) {
  const found = /(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)[-_. T]?(\d\d)[-_.:]?(\d\d)[-_.:]?(\d\d)/.exec(name);
  if (!found) return null;
  const [, y, mo, d, h, mi, s] = found;
  const at = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}+08:00`);
  return Number.isNaN(at) ? null : at;
}

function fits(type, mode) {
  const kind = (type ?? '').split('/')[0];
  return kind === 'image' ? mode === 'photo' : kind === 'audio' ? mode === 'audio' : kind === 'video' ? mode === 'video' || mode === 'surveillance' : true;
}
