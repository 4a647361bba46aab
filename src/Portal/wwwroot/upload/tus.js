// One file by tus 1.0: in chunks, with resumption after a cut, a reload or a closed browser.
import { Refused, refuse } from './problems.js';
import { forget, keyOf, recall, remember } from './memory.js';
import { send } from './session.js';

const Version = '1.0.0', Endpoint = '/api/v1/uploads', Chunk = 2 * 1024 * 1024, MostTries = 8;
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

export class TusUpload {
  /** report: progress(offset, resumed), storing(), retry(seconds). */
  constructor(file, recording, account, locale, words, report) {
    Object.assign(this, { file, recording, account, locale, words, report, offset: 0, hash: null, url: null });
    this.key = keyOf(account, recording, file);
  }

  /** Sends until all is there. Gives the hash of the receipt. */
  async run(signal) {
    for (let tries = 0; ;) {
      try {
        await this.find(signal);
        while (this.offset < this.file.size) {
          await this.patch(signal);
          tries = 0;
        }
        return await this.receipt(signal);
      } catch (error) {
        if (signal.aborted || error instanceof Refused) throw error;
        if (++tries > MostTries) throw new Refused(this.words.cut, 'cut');
        const seconds = Math.min(30, 2 ** tries);
        this.report.retry(seconds);
        await pause(seconds, signal);
        if (signal.aborted) throw error;
      }
    }
  }

  /** Where the upload stands at the server; made anew when the server does not know it. */
  async find(signal) {
    const known = recall(this.key);
    if (known?.url) {
      const response = await this.ask('HEAD', known.url, {}, null, signal);
      if (response.ok) {
        this.url = known.url;
        this.hash = response.headers.get('Media-Sha256') ?? this.hash;
        this.move(offsetOf(response) ?? this.file.size, this.offset === 0);
        return;
      }
      if (response.status !== 404 && response.status !== 410) await refuse(response, this.words, this.locale);
      forget(this.key);
    }
    const metadata = [['filename', this.file.name], ['filetype', this.file.type || 'application/octet-stream'], ['recordingId', this.recording]];
    const response = await this.ask('POST', Endpoint, {
      'Upload-Length': String(this.file.size),
      'Upload-Metadata': metadata.map(([key, value]) => `${key} ${base64(value)}`).join(','),
    }, null, signal);
    if (response.status !== 201) await refuse(response, this.words, this.locale);
    this.url = response.headers.get('Location');
    this.move(0, false);
  }

  async patch(signal) {
    const end = Math.min(this.offset + Chunk, this.file.size);
    let bytes;
    try {
      bytes = await this.file.slice(this.offset, end).arrayBuffer();
    } catch {
      throw new Refused(this.words.gone, 'gone'); // changed or moved on the disk since it was chosen
    }
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.offset) };
    if (crypto.subtle) {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      headers['Upload-Checksum'] = `sha256 ${btoa(String.fromCharCode(...hash))}`;
    }
    if (end === this.file.size) this.report.storing();
    const response = await this.ask('PATCH', this.url, headers, bytes, signal);
    if (!response.ok) await refuse(response, this.words, this.locale);
    this.hash = response.headers.get('Media-Sha256') ?? this.hash;
    this.move(offsetOf(response) ?? end, false);
  }

  async receipt(signal) {
    if (!this.hash) {
      const response = await this.ask('GET', this.url, { Accept: 'application/json' }, null, signal);
      if (!response.ok) await refuse(response, this.words, this.locale);
      const receipt = await response.json();
      if (receipt.state === 'refused' || receipt.state === 'rejected') {
        forget(this.key);
        throw new Refused(this.words.failed + (receipt.detail?.[this.locale] ?? receipt.detail?.zh ?? receipt.state), 'refused');
      }
      if (receipt.state !== 'accepted') throw new Error(receipt.state); // not settled yet: asked again
      this.hash = receipt.media?.sha256 ?? '';
    }
    forget(this.key);
    return this.hash;
  }

  ask(method, url, headers, body, signal) { return send(method, url, { 'Tus-Resumable': Version, ...headers }, body, signal, this.words); }

  move(offset, resumed) {
    this.offset = offset;
    const { name, size, lastModified } = this.file;
    remember(this.key, { url: this.url, recording: this.recording, name, size, lastModified, offset, at: Date.now() });
    this.report.progress(offset, resumed && offset > 0);
  }
}

function offsetOf(response) {
  const header = response.headers.get('Upload-Offset');
  return header === null ? null : Number(header);
}

function pause(seconds, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, seconds * 1000);
    const stop = () => { clearTimeout(timer); resolve(); };
    signal.addEventListener('abort', stop, { once: true });
    window.addEventListener('online', stop, { once: true });
  });
}
