// Hands in the file of a document by tus 1.0, in pieces, resuming after a cut, and writes its name and hash into two hidden controls of the page.
(function () {
  'use strict';

  const Endpoint = '/api/v1/documents', Piece = 1024 * 1024, Largest = 100 * 1024 * 1024, MostTries = 8;
  const Words = {
    zh: { sending: p => `正在上传…${p}%`, retry: n => `网络中断，${n} 秒后从断点继续…`, failed: '未能上传：', signIn: '登录已失效，请重新登录后再次选择文件。', large: '文书文件不超过 100 MB。', empty: '所选文件是空的。' },
    en: { sending: p => `Uploading… ${p} %`, retry: n => `Cut off; going on in ${n} s…`, failed: 'Not uploaded: ', signIn: 'The session is over. Sign in and choose the file again.', large: 'A document has at most 100 MB.', empty: 'The file is empty.' },
  };
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  class Refused extends Error { }

  class DocumentUpload extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return;
      this.words = Words[this.getAttribute('locale')] ?? Words.zh;
      const id = `${this.getAttribute('hash-into')}-choose`;
      const label = Object.assign(document.createElement('label'), { htmlFor: id, textContent: this.getAttribute('label') });
      this.input = Object.assign(document.createElement('input'), { type: 'file', id, className: 'form-control form-control-sm', accept: 'application/pdf,image/jpeg,image/png' });
      this.status = Object.assign(document.createElement('span'), { className: 'hint' });
      this.status.setAttribute('role', 'status');
      this.input.addEventListener('change', event => { event.stopPropagation(); this.go(this.input.files[0]); });
      this.append(label, this.input, this.status);
    }

    disconnectedCallback() { this.stop?.abort(); }

    async go(file) {
      if (!file) return;
      if (file.size > Largest || file.size === 0) { this.status.textContent = file.size ? this.words.large : this.words.empty; this.input.value = ''; return; }
      this.stop?.abort();
      const { signal } = this.stop = new AbortController();
      try {
        const hash = await this.send(file, signal);
        write(this.getAttribute('name-into'), file.name.slice(0, 200));
        write(this.getAttribute('hash-into'), hash);
      } catch (error) {
        if (!signal.aborted) this.status.textContent = error.message === 'session' ? this.words.signIn : this.words.failed + error.message;
      }
    }

    async send(file, signal) {
      let url = null, offset = 0, tries = 0;
      for (;;) {
        try {
          if (!url) {
            const made = await this.call('POST', Endpoint, { 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${base64(file.name)},filetype ${base64(file.type || 'application/octet-stream')}` }, null, signal);
            url = made.headers.get('Location');
          } else {
            offset = Number((await this.call('HEAD', url, {}, null, signal)).headers.get('Upload-Offset') ?? offset);
          }
          for (;;) {
            this.status.textContent = this.words.sending(Math.floor(offset / file.size * 100));
            const end = Math.min(offset + Piece, file.size);
            const answer = await this.call('PATCH', url, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }, await file.slice(offset, end).arrayBuffer(), signal);
            offset = Number(answer.headers.get('Upload-Offset') ?? end);
            tries = 0;
            const hash = answer.headers.get('Media-Sha256');
            if (hash) return hash;
            if (offset >= file.size) return await this.receipt(url, signal);
          }
        } catch (error) {
          if (signal.aborted || error instanceof Refused || ++tries > MostTries) throw error;
          const seconds = Math.min(30, 2 ** tries);
          this.status.textContent = this.words.retry(seconds);
          await new Promise(resolve => setTimeout(resolve, seconds * 1000));
        }
      }
    }

    async receipt(url, signal) {
      const receipt = await (await this.call('GET', url, { Accept: 'application/json' }, null, signal)).json();
      if (receipt.state === 'refused' || receipt.state === 'rejected') throw new Refused(receipt.detail ?? receipt.state);
      if (receipt.state !== 'accepted') throw new Error(receipt.state); // not settled yet
      return receipt.media.sha256;
    }

    async call(method, url, headers, body, signal) {
      if (method !== 'GET' && method !== 'HEAD' && !this.proof) {
        const session = await fetch('/api/v1/session', { headers: { Accept: 'application/json' }, signal });
        if (session.status === 401) throw new Refused('session');
        this.proof = (await session.json()).antiforgery;
      }
      const proof = this.proof ? { [this.proof.header]: this.proof.token } : {};
      const response = await fetch(url, { method, headers: { 'Tus-Resumable': '1.0.0', ...proof, ...headers }, body, signal, redirect: 'error' });
      if (response.ok) return response;
      if (response.status === 401) throw new Refused('session');
      if ([409, 423, 429, 460].includes(response.status) || (response.status >= 500 && response.status !== 507)) throw new Error(String(response.status));
      let problem = null;
      try { problem = await response.json(); } catch { /* no words came with it */ }
      throw new Refused(problem?.detail ?? problem?.title ?? String(response.status));
    }
  }

  function write(id, value) {
    const place = document.getElementById(id);
    if (!place) return;
    place.value = value;
    place.dispatchEvent(new Event('input', { bubbles: true }));
    place.dispatchEvent(new Event('change', { bubbles: true }));
  }

  document.addEventListener('click', event => {
    const holder = event.target.closest?.('[data-print]')?.closest('.sheet-holder');
    if (!holder) return;
    holder.classList.add('sheet-printing');
    window.print();
    holder.classList.remove('sheet-printing');
  });

  customElements.define('app-document-upload', DocumentUpload);
})();
