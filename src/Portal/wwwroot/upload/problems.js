// Refusals of the server in words, with what to do about them.

/** A refusal that trying again does not change. */
export class Refused extends Error {
  constructor(message, kind) { super(message); this.kind = kind; }
}

/** A moment that was wrong: it is tried again. */
const passing = status => status === 409 || status === 423 || status === 460 || status === 429 || (status >= 500 && status !== 507);

/** Thrown on: for good when it is a refusal, to be tried again when the moment was wrong. */
export async function refuse(response, words, locale) {
  if (response.status === 401) throw new Refused(words.signIn, 'session');
  if (passing(response.status)) throw new Error(String(response.status));
  let problem = null;
  try { problem = await response.json(); } catch { /* no words came with it */ }
  const said = (problem?.violations ?? []).map(rule => rule.text?.[locale] ?? rule.text?.zh ?? '').filter(Boolean);
  const advice = { 507: words.full, 413: words.large, 403: words.foreign, 404: words.unknown }[response.status]
    ?? ((problem?.violations ?? []).some(rule => rule.code === 'recording.original-kept') ? words.replaced : '');
  const text = [...(said.length ? said : [problem?.title, problem?.detail]), advice].filter(Boolean).join(' ');
  throw new Refused(words.failed + (text || response.status), response.status === 507 ? 'full' : 'refused');
}
