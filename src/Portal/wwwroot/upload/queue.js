// <app-upload-queue>: many files, two at a time, each for an announced recording; what was cut goes on from its offset.
import { button, element, newId } from './dom.js';
import { takeCarried, watch } from './dropped.js';
import { forget, handleOf, isOf, unfinished } from './memory.js';
import { match } from './match.js';
import { Row } from './row.js';
import { size, wordsOf } from './words.js';

const Parallel = 2;

class UploadQueue extends HTMLElement {
  static observedAttributes = ['waiting'];

  connectedCallback() {
    if (this.firstChild) return;
    this.locale = this.getAttribute('locale') ?? 'zh';
    this.words = wordsOf(this.locale);
    this.account = this.getAttribute('account') ?? '';
    this.rows = [];
    this.read();
    this.draw();
    this.unwatch = watch(this.words, found => this.add(found));
    this.add(takeCarried());
    this.leaving = event => { if (this.rows.some(row => row.running)) event.preventDefault(); };
    window.addEventListener('beforeunload', this.leaving);
    // The page lost its server's memory of it; files go on, and the page is drawn anew when they are through.
    this.reloading = event => { if (this.rows.some(row => row.running || row.state === 'queued')) { event.preventDefault(); this.reloadAfter = true; } };
    document.addEventListener('enforcement:reload', this.reloading);
  }

  disconnectedCallback() {
    for (const row of this.rows ?? []) row.pause();
    this.unwatch?.();
    document.removeEventListener('enforcement:reload', this.reloading);
    window.removeEventListener('beforeunload', this.leaving);
  }

  attributeChangedCallback() {
    if (!this.rows) return;
    this.read();
    for (const row of this.rows) row.offer();
  }

  /** The announced recordings without a file; those announced here meanwhile are kept. */
  read() {
    const told = JSON.parse(this.getAttribute('waiting') || '[]');
    this.waiting = [...told, ...(this.waiting ?? []).filter(one => one.here && !told.some(other => other.id === one.id))];
  }

  draw() {
    const { words } = this, id = newId();
    const input = element('input', { type: 'file', id, multiple: true, className: 'up-input' });
    input.addEventListener('change', () => { this.add([...input.files].map(file => ({ file }))); input.value = ''; });
    // With a handle the browser can go on after a reload without the file being chosen again.
    input.addEventListener('click', event => { if (window.showOpenFilePicker) { event.preventDefault(); this.pick(); } });
    const zone = element('div', { className: 'up-drop' }, input, element('label', { htmlFor: id, className: 'btn btn-primary', textContent: words.chooseMany }), element('p', { className: 'hint', textContent: words.drop }));
    this.old = element('section', { className: 'up-old', hidden: true });
    this.bar = element('progress', { max: 1, value: 0 });
    this.bar.setAttribute('aria-label', words.total);
    this.total = element('p', { className: 'up-total' });
    this.total.setAttribute('role', 'status');
    this.all = element('div', { className: 'up-all', hidden: true },
      button(words.startAll, 'btn-primary', () => this.startAll()), button(words.pauseAll, 'btn-outline-secondary', () => this.rows.forEach(row => row.pause())), this.bar, this.total);
    this.list = element('ul', { className: 'up-list' });
    this.list.setAttribute('aria-label', words.queue);
    this.note = element('p', { className: 'hint' });
    this.note.setAttribute('role', 'status');
    this.append(zone, this.note, this.old, this.all, this.list);
    this.showOld();
  }

  async pick() {
    try {
      const picked = await window.showOpenFilePicker({ multiple: true });
      this.add(await Promise.all(picked.map(async handle => ({ file: await handle.getFile(), handle }))));
    } catch { /* nothing was chosen */ }
  }

  add(found) {
    const { words } = this, notes = [];
    for (const { file, handle } of found) {
      if (file.size === 0) { notes.push(words.empty + file.name); continue; }
      if (this.rows.some(row => isOf(row.file, file))) { notes.push(words.already + file.name); continue; }
      const before = unfinished(this.account).find(one => isOf(one, file));
      const row = new Row(this, file, handle);
      this.rows.push(row);
      this.list.append(row.node);
      const taken = new Set(this.rows.filter(other => other !== row).map(other => other.recording));
      const fit = before ? { id: before.recording, reason: 'memory' } : match(file, this.waiting.filter(one => !taken.has(one.id)));
      row.choose(fit?.id ?? '', fit?.reason);
      if (before) row.go();
    }
    this.note.textContent = notes.join(' ');
    this.showOld();
    this.changed();
  }

  startAll() {
    for (const row of this.rows) row.go();
  }

  /** Lets as many rows send as may at once. */
  changed() {
    let free = Parallel - this.rows.filter(row => row.running).length;
    for (const row of this.rows) {
      if (free > 0 && row.state === 'queued') { row.run(); free--; }
    }
    if (this.reloadAfter && this.rows.every(row => row.state === 'done')) location.reload();
    const bytes = this.rows.reduce((sum, row) => sum + row.file.size, 0), sent = this.rows.reduce((sum, row) => sum + row.sent, 0);
    const done = this.rows.filter(row => row.state === 'done').length, failed = this.rows.filter(row => row.state === 'failed').length;
    this.all.hidden = this.rows.length === 0;
    this.bar.value = bytes ? sent / bytes : 0;
    this.say(this.words.summary(this.rows.length, done, Math.floor(this.bar.value * 100)) + (failed ? this.words.failedCount(failed) : ''), done + failed);
  }

  /** Told at every end of a file, and in between every two seconds at most: a reader is not to be talked over. */
  say(text, ends) {
    clearTimeout(this.later);
    const wait = ends !== this.told ? 0 : Math.max(0, 2000 - (Date.now() - (this.saidAt ?? 0)));
    this.later = setTimeout(() => { this.saidAt = Date.now(); this.told = ends; this.total.textContent = text; }, wait);
  }

  remove(row) {
    row.pause();
    this.rows = this.rows.filter(other => other !== row);
    row.node.remove();
    this.showOld();
    this.changed();
  }

  /** What was begun before and is not in the list: browsers do not keep files, so it says what to do. */
  async showOld() {
    const { words } = this, open = unfinished(this.account).filter(one => !this.rows.some(row => isOf(one, row.file)));
    this.old.hidden = open.length === 0;
    this.old.replaceChildren(element('h3', { textContent: words.unfinished }), element('p', { className: 'hint', textContent: words.unfinishedHint }));
    const list = element('ul', { className: 'up-list' });
    this.old.append(list);
    for (const one of open) {
      const actions = element('span', { className: 'up-actions' });
      list.append(element('li', { className: 'up-row' }, element('strong', { textContent: one.name }), element('span', { className: 'muted', textContent: ` ${words.at(size(one.offset ?? 0), size(one.size))} ` }), actions));
      actions.append(button(words.forget, 'btn-outline-secondary', () => { if (confirm(words.forgetAsk(one.name))) { forget(one.key); this.showOld(); } }));
      handleOf(one.key).then(handle => { if (handle) actions.prepend(button(words.goOn, 'btn-primary', () => this.goOn(one, handle))); });
    }
  }

  async goOn(one, handle) {
    try {
      if (await handle.requestPermission({ mode: 'read' }) !== 'granted') return;
      const file = await handle.getFile();
      if (!isOf(one, file)) throw new Error('changed');
      this.add([{ file, handle }]);
    } catch {
      this.note.textContent = this.words.gone;
    }
  }
}

customElements.define('app-upload-queue', UploadQueue);
