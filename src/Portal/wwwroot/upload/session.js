// The proof that a request comes from our own page. It ends with the session, and is then asked for anew.
import { Refused } from './problems.js';

let proof = null;

export async function send(method, url, headers, body, signal, words) {
  const changes = method !== 'GET' && method !== 'HEAD';
  for (let attempt = 0; ; attempt++) {
    if (changes && !proof) {
      const session = await fetch('/api/v1/session', { headers: { Accept: 'application/json' }, signal });
      if (session.status === 401) throw new Refused(words.signIn, 'session');
      if (!session.ok) throw new Error(String(session.status));
      proof = (await session.json()).antiforgery ?? {};
    }
    const shown = changes && proof.header ? { [proof.header]: proof.token } : {};
    const response = await fetch(url, { method, headers: { ...shown, ...headers }, body, signal, redirect: 'error' });
    if (response.status === 401) { proof = null; throw new Refused(words.signIn, 'session'); }
    // Somebody signed in anew in another window: the old proof is void, a new one is asked for once.
    if (response.status === 400 && changes && attempt === 0 && (await response.clone().text()).includes('antiforgery')) { proof = null; continue; }
    return response;
  }
}
