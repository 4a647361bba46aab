// What a browser remembers of unfinished uploads: where each stands at the server, and, where the browser can, a handle to its file.
const Prefix = 'enforcement.upload:';

const guarded = work => { try { return work(); } catch { return null; } }; // without storage an upload cannot outlive the page

/** Names a file of a person for a recording. The browser gives no better identity than name, size and time. */
export const keyOf = (account, recording, file) => `${Prefix}${account}:${recording}:${file.name}:${file.size}:${file.lastModified}`;

export const recall = key => guarded(() => JSON.parse(localStorage.getItem(key)));
export const remember = (key, value) => guarded(() => localStorage.setItem(key, JSON.stringify(value)));
export const forget = key => { guarded(() => localStorage.removeItem(key)); handles('readwrite', store => store.delete(key)); };

/** The unfinished uploads of a person, the latest first. */
export function unfinished(account) {
  const start = `${Prefix}${account}:`;
  const keys = guarded(() => Object.keys(localStorage).filter(key => key.startsWith(start))) ?? [];
  return keys.map(key => ({ key, ...recall(key) })).filter(one => one.url && one.recording).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** Whether a file is the one that an unfinished upload is of. */
export const isOf = (known, file) => known.name === file.name && known.size === file.size && known.lastModified === file.lastModified;

function handles(mode, work) {
  return new Promise(resolve => {
    const opening = guarded(() => indexedDB.open('enforcement-uploads', 1));
    if (!opening) { resolve(null); return; }
    opening.onupgradeneeded = () => opening.result.createObjectStore('handles');
    opening.onerror = () => resolve(null);
    opening.onsuccess = () => {
      const db = opening.result;
      const asked = guarded(() => work(db.transaction('handles', mode).objectStore('handles')));
      if (!asked) { db.close(); resolve(null); return; }
      asked.onsuccess = () => { db.close(); resolve(asked.result ?? null); };
      asked.onerror = () => { db.close(); resolve(null); };
    };
  });
}

export const keepHandle = (key, handle) => handle ? handles('readwrite', store => store.put(handle, key)) : Promise.resolve(null);
export const handleOf = key => handles('readonly', store => store.get(key));
