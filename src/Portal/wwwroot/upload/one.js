// <app-upload>: one file for one recording.
import { element } from './dom.js';
import { localHash, verdict } from './local-hash.js';
import { Refused } from './problems.js';
import { TusUpload } from './tus.js';
import { size, wordsOf } from './words.js';

class Upload extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const words = this.words = wordsOf(this.getAttribute('locale'));
    const id = `upload-${Math.random().toString(36).slice(2)}`;
    this.input = element('input', { type: 'file', id, className: 'form-control', accept: this.getAttribute('accept') ?? '' });
    this.button = element('button', { type: 'button', className: 'btn btn-sm btn-primary', textContent: words.start, disabled: true });
    this.bar = element('progress', { max: 1, value: 0, hidden: true });
    this.bar.setAttribute('aria-label', words.progress);
    this.status = element('p', { className: 'hint' });
    this.status.setAttribute('role', 'status');
    this.input.addEventListener('change', () => { this.button.disabled = !this.input.files.length; this.upload = null; this.button.textContent = words.start; });
    this.button.addEventListener('click', () => this.running ? this.running.abort() : this.go());
    this.append(element('label', { htmlFor: id, textContent: words.chooseOne }), this.input, element('div', { className: 'form-actions' }, this.button), this.bar, this.status);
    this.leaving = event => { if (this.running) event.preventDefault(); };
    window.addEventListener('beforeunload', this.leaving);
  }

  disconnectedCallback() {
    this.running?.abort();
    window.removeEventListener('beforeunload', this.leaving);
  }

  async go() {
    const file = this.input.files[0], { words } = this;
    if (!file) return;
    const stop = this.running = new AbortController();
    this.input.disabled = true;
    this.bar.hidden = false;
    this.button.textContent = words.pause;
    const report = {
      progress: (sent, resumed) => {
        this.bar.value = file.size ? sent / file.size : 1;
        this.status.textContent = (resumed ? words.resumed + ' · ' : '') + words.sent(size(sent), size(file.size), Math.floor(this.bar.value * 100));
      },
      storing: () => { this.status.textContent = words.storing; },
      retry: seconds => { this.status.textContent = words.again(seconds); },
    };
    try {
      const ours = this.ours ??= localHash(file);
      this.upload ??= new TusUpload(file, this.getAttribute('recording'), this.getAttribute('account') ?? '', this.getAttribute('locale') ?? 'zh', words, report);
      const hash = await this.upload.run(stop.signal);
      this.bar.value = 1;
      this.button.hidden = true;
      this.status.textContent = `${words.stored(hash)} ${words.hashing}`;
      this.status.textContent = `${words.stored(hash)} ${await verdict(hash, ours, words)}`;
      this.dispatchEvent(new CustomEvent('uploaded', { bubbles: true, detail: hash }));
    } catch (error) {
      this.status.textContent = stop.signal.aborted ? words.paused : error instanceof Refused ? error.message : words.failed + error.message;
      this.button.textContent = words.resume;
      this.input.disabled = false;
    } finally {
      this.running = null;
    }
  }
}

customElements.define('app-upload', Upload);
