// One file of the queue: its recording, its progress, and what can be done with it.
import { announceForm } from './announce.js';
import { button, element, newId } from './dom.js';
import { localHash, verdict } from './local-hash.js';
import { keepHandle } from './memory.js';
import { Refused } from './problems.js';
import { TusUpload } from './tus.js';
import { size } from './words.js';

export class Row {
  /** States: open, queued, sending, paused, failed, done. */
  constructor(queue, file, handle) {
    Object.assign(this, { queue, file, handle, words: queue.words, recording: '', state: 'open', sent: 0, running: null, upload: null });
    const { words } = this, id = newId();
    this.select = element('select', { id, className: 'form-select' });
    this.select.addEventListener('change', () => this.choose(this.select.value, 'hand'));
    this.why = element('span', { className: 'hint' });
    this.bar = element('progress', { max: 1, value: 0 });
    this.bar.setAttribute('aria-label', `${words.progress} ${file.name}`);
    this.status = element('p', { className: 'up-status' });
    this.actions = element('div', { className: 'up-actions' });
    this.node = element('li', { className: 'up-row' },
      element('div', { className: 'up-name' }, element('strong', { textContent: file.name }), element('span', { className: 'muted', textContent: ` ${size(file.size)}` })),
      element('div', { className: 'up-target' }, element('label', { htmlFor: id, textContent: words.recording }), this.select, this.why),
      this.bar, this.status, this.actions);
    this.offer();
  }

  /** The recordings to choose from. */
  offer() {
    const blank = element('option', { value: '', textContent: this.words.choose });
    const known = this.queue.waiting.map(one => element('option', { value: one.id, textContent: one.label }));
    // One begun before may have left the list of those that wait.
    if (this.recording && !this.queue.waiting.some(one => one.id === this.recording)) known.push(element('option', { value: this.recording, textContent: this.recording }));
    this.select.replaceChildren(blank, ...known);
    this.select.value = this.recording;
  }

  choose(id, reason) {
    const twice = id && this.queue.rows.some(row => row !== this && row.recording === id);
    this.recording = twice ? '' : id;
    this.upload = null;
    this.offer();
    this.why.textContent = twice ? this.words.twice : this.recording ? this.words.matched[reason] ?? '' : '';
    this.set('open', this.recording ? '' : this.words.unmatched);
  }

  set(state, text) {
    this.state = state;
    this.node.dataset.state = state;
    if (text !== undefined) this.status.textContent = text;
    this.select.disabled = state !== 'open' && state !== 'failed';
    this.drawActions();
  }

  drawActions() {
    const { words, state } = this, made = [];
    if (this.recording && (state === 'open' || state === 'paused' || state === 'failed')) {
      made.push(button(state === 'open' ? words.start : state === 'paused' || this.upload ? words.resume : words.retry, 'btn-primary', () => this.go()));
    }
    if (state === 'sending' || state === 'queued') made.push(button(words.pause, 'btn-outline-secondary', () => this.pause()));
    if (state === 'open' && !this.recording && this.queue.getAttribute('officer')) made.push(button(words.announce, 'btn-outline-secondary', () => this.announce()));
    if (state === 'done') made.push(element('a', { href: `/recordings/${this.recording}`, textContent: words.link, className: 'btn btn-sm btn-outline-secondary' }));
    if (state !== 'done' && state !== 'sending') made.push(button(words.remove, 'btn-outline-secondary', () => this.queue.remove(this)));
    for (const one of made) one.setAttribute('aria-label', `${one.textContent} ${this.file.name}`);
    const had = this.actions.contains(document.activeElement);
    this.actions.replaceChildren(...made);
    if (had) made[0]?.focus(); // the button that was pressed is gone: the keyboard stays in its row
  }

  announce() {
    const form = announceForm(this.queue, this.file, told => {
      form.remove();
      this.queue.waiting.push(told);
      for (const row of this.queue.rows) row.offer();
      this.choose(told.id, 'hand');
      this.status.textContent = this.words.announced;
    });
    this.node.append(form);
    form.querySelector('select, input').focus();
  }

  /** Puts it into the line. */
  go() {
    if (!this.recording || this.running || this.state === 'done') return;
    this.set('queued', this.words.waiting);
    this.queue.changed();
  }

  pause() {
    if (this.running) this.running.abort();
    else if (this.state === 'queued') { this.set('paused', this.words.paused); this.queue.changed(); }
  }

  async run() {
    const { words, file } = this, stop = this.running = new AbortController();
    this.set('sending', '');
    this.upload ??= new TusUpload(file, this.recording, this.queue.account, this.queue.locale, words, {
      progress: (sent, resumed) => {
        this.sent = sent;
        this.bar.value = sent / file.size;
        this.status.textContent = (resumed ? words.resumed + ' · ' : '') + words.sent(size(sent), size(file.size), Math.floor(this.bar.value * 100));
        this.queue.changed();
      },
      storing: () => { this.status.textContent = words.storing; },
      retry: seconds => { this.status.textContent = words.again(seconds); },
    });
    keepHandle(this.upload.key, this.handle);
    const ours = this.ours ??= localHash(file);
    try {
      const hash = await this.upload.run(stop.signal);
      this.sent = file.size;
      this.bar.value = 1;
      this.set('done', `${words.stored(hash)} ${words.hashing}`);
      this.queue.waiting = this.queue.waiting.filter(one => one.id !== this.recording);
      verdict(hash, ours, words).then(text => { this.status.textContent = `${words.stored(hash)} ${text}`; });
    } catch (error) {
      if (stop.signal.aborted) this.set('paused', words.paused);
      else this.fail(error);
    } finally {
      this.running = null;
      this.queue.changed();
    }
  }

  fail(error) {
    this.set('failed', error instanceof Refused ? error.message : this.words.failed + error.message);
    if (error.kind === 'session') {
      this.status.append(' ', element('a', { href: '/sign-in?returnUrl=/recordings/upload', target: '_blank', textContent: this.words.signInLink }));
    }
  }
}
