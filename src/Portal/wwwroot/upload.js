// Hands in a file by tus 1.0: in chunks, with progress, pause, and resumption after a cut or a reload.
(function () {
  'use strict';

  const Version = '1.0.0', Endpoint = '/api/v1/uploads', Chunk = 2 * 1024 * 1024, MostTries = 8;
  const Words = {
    zh: { choose: '选择文件', start: '开始上传', pause: '暂停', resume: '继续', sent: (a, b, p) => `已上传 ${a} / ${b}（${p}%）`, resumed: '从断点继续', storing: '正在校验并存储…',
      done: hash => `已存储。回执 SHA-256：${hash}`, paused: '已暂停，可继续。', retry: n => `网络中断，${n} 秒后重试…`, failed: '未能上传：', signIn: '登录已失效，请重新登录后再次选择同一文件，将从断点继续。', progress: '上传进度' },
    en: { choose: 'Choose the file', start: 'Upload', pause: 'Pause', resume: 'Resume', sent: (a, b, p) => `${a} of ${b} sent (${p} %)`, resumed: 'Going on where it stopped', storing: 'Checking and storing…',
      done: hash => `Stored. Receipt SHA-256: ${hash}`, paused: 'Paused.', retry: n => `Cut off; trying again in ${n} s…`, failed: 'Not uploaded: ', signIn: 'The session is over. Sign in and choose the same file again: it goes on where it stopped.', progress: 'Progress of the upload' },
  };

  const size = bytes => bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* without storage an upload cannot outlive the page */ } },
    remove: key => { try { localStorage.removeItem(key); } catch { /* as above */ } },
  };

  /** A refusal that trying again does not change. */
  class Refused extends Error { }

  class Uploader {
    constructor(file, recording, report) {
      Object.assign(this, { file, recording, report, offset: 0, proof: null });
      this.key = `enforcement.upload:${recording}:${file.name}:${file.size}:${file.lastModified}`;
    }

    /** Sends until all is there. Gives the hash of the receipt. */
    async run(signal) {
      let tries = 0;
      for (;;) {
        try {
          await this.find(signal);
          while (this.offset < this.file.size) {
            await this.patch(signal);
            tries = 0;
          }
          return await this.receipt(signal);
        } catch (error) {
          if (signal.aborted || error instanceof Refused || ++tries > MostTries) throw error;
          const seconds = Math.min(30, 2 ** tries);
          this.report.retry(seconds);
          await new Promise(resolve => { const timer = setTimeout(resolve, seconds * 1000); signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true }); });
          if (signal.aborted) throw error;
        }
      }
    }

    /** Where the upload stands at the server; made anew when the server does not know it. */
    async find(signal) {
      const known = store.get(this.key);
      if (known) {
        const response = await this.send('HEAD', known, {}, null, signal);
        if (response.ok) {
          this.url = known;
          this.move(this.offsetOf(response) ?? this.file.size, this.offset === 0);
          return;
        }
        if (response.status !== 404 && response.status !== 410) await this.refuse(response);
        store.remove(this.key);
      }
      const metadata = [['filename', this.file.name], ['filetype', this.file.type || 'application/octet-stream'], ['recordingId', this.recording]];
      const response = await this.send('POST', Endpoint, {
        'Upload-Length': String(this.file.size),
        'Upload-Metadata': metadata.map(([key, value]) => `${key} ${base64(value)}`).join(','),
      }, null, signal);
      if (response.status !== 201) await this.refuse(response);
      this.url = response.headers.get('Location');
      store.set(this.key, this.url);
      this.move(0, false);
    }

    async patch(signal) {
      const end = Math.min(this.offset + Chunk, this.file.size);
      const bytes = await this.file.slice(this.offset, end).arrayBuffer();
      const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.offset) };
      if (crypto.subtle) {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        headers['Upload-Checksum'] = `sha256 ${btoa(String.fromCharCode(...hash))}`;
      }
      if (end === this.file.size) this.report.storing();
      const response = await this.send('PATCH', this.url, headers, bytes, signal);
      if (response.ok) {
        this.hash = response.headers.get('Media-Sha256') ?? this.hash;
        this.move(this.offsetOf(response) ?? end, false);
        return;
      }
      await this.refuse(response);
    }

    async receipt(signal) {
      if (!this.hash) {
        const response = await this.send('GET', this.url, { Accept: 'application/json' }, null, signal);
        if (!response.ok) await this.refuse(response);
        const receipt = await response.json();
        if (receipt.state === 'refused' || receipt.state === 'rejected') throw new Refused(receipt.detail ?? receipt.state);
        if (receipt.state !== 'accepted') throw new Error(receipt.state); // not settled yet: asked again
        this.hash = receipt.media?.sha256 ?? '';
      }
      store.remove(this.key);
      return this.hash;
    }

    async send(method, url, headers, body, signal) {
      if (method !== 'GET' && method !== 'HEAD' && !this.proof) {
        const session = await fetch('/api/v1/session', { headers: { Accept: 'application/json' }, signal });
        if (session.status === 401) throw new Refused('session');
        this.proof = session.ok ? (await session.json()).antiforgery : null;
      }
      const proof = this.proof ? { [this.proof.header]: this.proof.token } : {};
      const response = await fetch(url, { method, headers: { 'Tus-Resumable': Version, ...proof, ...headers }, body, signal, redirect: 'error' });
      if (response.status === 401) throw new Refused('session');
      return response;
    }

    /** Thrown on: for good when it is a refusal, to be tried again when the moment was wrong. */
    async refuse(response) {
      if (response.status === 409 || response.status === 423 || response.status === 460 || response.status === 429 || response.status >= 500 && response.status !== 507) {
        throw new Error(String(response.status));
      }
      let problem = null;
      try { problem = await response.json(); } catch { /* no words came with it */ }
      const rules = (problem?.rules ?? problem?.violations ?? []).map(rule => rule.text?.zh ?? rule.text ?? '').filter(Boolean).join('；');
      throw new Refused([problem?.title, problem?.detail, rules].filter(Boolean).join(' ') || String(response.status));
    }

    offsetOf(response) {
      const header = response.headers.get('Upload-Offset');
      return header === null ? null : Number(header);
    }

    move(offset, resumed) {
      this.offset = offset;
      this.report.progress(offset, resumed && offset > 0);
    }
  }

  class Upload extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return;
      const words = Words[this.getAttribute('locale')] ?? Words.zh;
      const id = `upload-${Math.random().toString(36).slice(2)}`;
      const label = element('label', { htmlFor: id, textContent: words.choose });
      this.input = element('input', { type: 'file', id, className: 'form-control', accept: this.getAttribute('accept') ?? '' });
      this.button = element('button', { type: 'button', className: 'btn btn-sm btn-primary', textContent: words.start, disabled: true });
      this.bar = element('progress', { max: 1, value: 0, hidden: true });
      this.bar.setAttribute('aria-label', words.progress);
      this.status = element('p', { className: 'hint' });
      this.status.setAttribute('role', 'status');
      this.input.addEventListener('change', () => { this.button.disabled = !this.input.files.length; this.uploader = null; this.button.textContent = words.start; });
      this.button.addEventListener('click', () => this.running ? this.running.abort() : this.go(words));
      const actions = element('div', { className: 'form-actions' });
      actions.append(this.button);
      this.append(label, this.input, actions, this.bar, this.status);
    }

    disconnectedCallback() { this.running?.abort(); }

    async go(words) {
      const file = this.input.files[0];
      if (!file) return;
      const stop = this.running = new AbortController();
      this.input.disabled = true;
      this.bar.hidden = false;
      this.button.textContent = words.pause;
      const report = {
        progress: (sent, resumed) => {
          this.bar.value = file.size ? sent / file.size : 1;
          const percent = Math.floor(this.bar.value * 100);
          this.status.textContent = (resumed ? words.resumed + ' · ' : '') + words.sent(size(sent), size(file.size), percent);
        },
        storing: () => { this.status.textContent = words.storing; },
        retry: seconds => { this.status.textContent = words.retry(seconds); },
      };
      try {
        this.uploader ??= new Uploader(file, this.getAttribute('recording'), report);
        const hash = await this.uploader.run(stop.signal);
        this.bar.value = 1;
        this.status.textContent = words.done(hash);
        this.button.hidden = true;
        this.dispatchEvent(new CustomEvent('uploaded', { bubbles: true, detail: hash }));
      } catch (error) {
        this.status.textContent = stop.signal.aborted ? words.paused
          : error.message === 'session' ? words.signIn : words.failed + error.message;
        this.button.textContent = words.resume;
        this.input.disabled = false;
      } finally {
        this.running = null;
      }
    }
  }

  function element(name, properties) { return Object.assign(document.createElement(name), properties); }

  customElements.define('app-upload', Upload);
})();
