// The SHA-256 of a file as this browser sees it, to be compared with the server's.
const Largest = 1024 * 1024 * 1024;

export const isHashable = file => file.size <= Largest && typeof Worker === 'function';

/** Null when it cannot be told. */
export function localHash(file) {
  if (!isHashable(file)) return Promise.resolve(null);
  return new Promise(resolve => {
    const worker = new Worker(new URL('./hash-worker.js', import.meta.url), { type: 'module' });
    const end = hash => { worker.terminate(); resolve(hash); };
    worker.onmessage = message => end(message.data.hash ?? null);
    worker.onerror = () => end(null);
    worker.postMessage(file);
  });
}

/** One line about the server's hash and ours. */
export async function verdict(serverHash, ours, words) {
  const own = await ours;
  return own === null ? words.tooBig : own === serverHash ? words.same : words.differs(own);
}
