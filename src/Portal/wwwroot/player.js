// <app-player>: position, time of day, time line and keys around a film or sound that the page has drawn.
class Player extends HTMLElement {
  connectedCallback() {
    // The page puts the element in place first and its content after; and it draws marks anew when one comes or goes.
    this.watch = new MutationObserver(() => this.media ? this.place() : this.attach());
    this.watch.observe(this, { childList: true, subtree: true });
    this.keys = event => this.press(event);
    document.addEventListener('keydown', this.keys);
    this.addEventListener('click', event => this.click(event));
    this.attach();
  }

  attach() {
    this.media = this.querySelector('video, audio');
    if (!this.media) return;
    this.english = this.getAttribute('locale') === 'en';
    this.media.addEventListener('timeupdate', () => this.show());
    this.media.addEventListener('seeked', () => this.show());
    this.media.addEventListener('loadedmetadata', () => { this.place(); this.compare(); this.show(); });
    this.media.addEventListener('error', () => { const error = this.querySelector('[data-error]'); if (error) error.hidden = false; });
    this.place();
    if (this.media.readyState > 0) this.compare();
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.keys);
    this.watch?.disconnect();
  }

  get told() { return Number(this.getAttribute('length')) || 0; }

  get real() { return Number.isFinite(this.media.duration) ? this.media.duration * 1000 : 0; }

  /** What the whole line stands for: film and announcement may differ, and then all of both is to be seen. */
  get scale() { return Math.max(this.real, this.told, 1); }

  place() {
    const scale = this.scale, percent = ms => `${Math.min(100, Math.max(0, ms / scale * 100))}%`;
    for (const mark of this.querySelectorAll('[data-line] [data-seek]')) set(mark, 'left', percent(Number(mark.dataset.seek)));
    for (const act of this.querySelectorAll('[data-from]')) {
      set(act, 'left', percent(Number(act.dataset.from)));
      set(act, 'width', percent(Number(act.dataset.to) - Number(act.dataset.from)));
    }
  }

  show() {
    const at = this.media.currentTime * 1000, head = this.querySelector('[data-head]');
    text(this.querySelector('[data-position]'), this.real ? `${clock(at)} / ${clock(this.real)}` : clock(at));
    if (head) set(head, 'left', `${Math.min(100, at / this.scale * 100)}%`);
    const started = Date.parse(this.getAttribute('started') ?? '');
    if (!Number.isNaN(started)) {
      const day = new Date(started + at + 8 * 3600000).toISOString(); // +08:00
      const time = day.slice(11, 19), date = this.english ? day.slice(0, 10) : `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8, 10)}日`;
      text(this.querySelector('[data-clock]'), this.english ? `time of day ${date} ${time}` : `实际时刻 ${date} ${time}`);
    }
  }

  compare() {
    const note = this.querySelector('[data-differs]'), apart = Math.abs(this.real - this.told);
    if (!note || !this.told || !this.real) return;
    note.hidden = apart < 5000 || apart < this.told * 0.02;
    text(note, this.english
      ? `The file is ${clock(this.real)} long, the announcement says ${clock(this.told)}. The time of day is counted from the announced start.`
      : `文件时长 ${clock(this.real)}，登记的时长 ${clock(this.told)}，两者不一致。实际时刻按登记的开始时间推算。`);
  }

  click(event) {
    if (!this.media) return;
    const target = event.target.closest('[data-seek]'), line = event.target.closest('[data-line]');
    if (target) this.seek(Number(target.dataset.seek));
    else if (line) this.seek((event.clientX - line.getBoundingClientRect().left) / line.clientWidth * this.scale);
  }

  seek(ms) {
    this.media.currentTime = Math.max(0, Math.min(ms, this.real || ms)) / 1000;
    this.show();
  }

  press(event) {
    if (!this.media || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, select, button, a, summary, [contenteditable]')) return;
    if (event.target === this.media && event.key !== 'm' && event.key !== 'M') return; // the browser's own keys
    const step = { ArrowLeft: -5000, ArrowRight: 5000 }[event.key];
    if (step) this.seek(this.media.currentTime * 1000 + step);
    else if (event.key === ' ') this.media.paused ? this.media.play() : this.media.pause();
    else if (event.key === 'm' || event.key === 'M') { if (!this.mark()) return; }
    else return;
    event.preventDefault();
  }

  mark() {
    const at = this.querySelector('[data-mark-at]'), words = this.querySelector('[data-mark-text]');
    if (!at || !words) return false;
    this.media.pause();
    at.value = clock(this.media.currentTime * 1000);
    at.dispatchEvent(new Event('change', { bubbles: true }));
    words.focus();
    return true;
  }
}

const set = (node, name, value) => { if (node.style[name] !== value) node.style[name] = value; };
const text = (node, value) => { if (node && node.textContent !== value) node.textContent = value; };

function clock(ms) {
  const s = Math.floor(ms / 1000), two = n => String(n).padStart(2, '0');
  return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

customElements.define('app-player', Player);
