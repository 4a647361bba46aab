// Keeps what is typed into the form of an act: in the browser with every key, at the server a moment later. It does not ask the circuit,
// which may be dead while somebody types; what could not be sent is sent when the server answers again.
(function () {
  'use strict';

  const Quiet = 600, Watch = 2000, LongestKeepalive = 60000, KeptDays = 30;
  const Prefix = 'enforcement.draft:';
  const Words = {
    zh: { typing: '正在保存草稿…', saved: t => `草稿已保存 ${t}`, offline: '暂时连不上系统：内容已保留在本浏览器，恢复连接后自动保存。', signIn: '登录已失效：内容已保留在本浏览器，重新登录后打开本页自动恢复。',
      denied: '当前岗位不能保存此草稿；内容仍在本页面上。', failed: '草稿未能保存：', overtook: t => `注意：另一窗口已于 ${t} 保存过此草稿，现以本窗口内容为准。`,
      newer: '此草稿刚在另一窗口保存过，本窗口的内容较旧；在此继续填写将替换它。', load: '载入较新的内容', local: t => `本浏览器中有 ${t} 未能发送的内容，与服务器上较新的草稿不同。`, take: '采用本浏览器的内容', drop: '用服务器上的草稿' },
    en: { typing: 'Saving the draft…', saved: t => `Draft saved ${t}`, offline: 'The system cannot be reached: what you type is kept in this browser and saved when the connection is back.', signIn: 'The session is over: what you typed is kept in this browser. Sign in and open this page again.',
      denied: 'Your role may not save this draft. What you typed is still on this page.', failed: 'The draft was not saved: ', overtook: t => `Another window had saved this draft at ${t}; what stands in this window counts now.`,
      newer: 'This draft was just saved in another window; what stands here is older, and going on here replaces it.', load: 'Load the newer one', local: t => `This browser holds something of ${t} that could not be sent and differs from the newer draft at the server.`, take: 'Take what this browser holds', drop: 'Take the draft of the server' },
  };

  const store = {
    get: key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* no storage: the server has what it was sent */ } },
    remove: key => { try { localStorage.removeItem(key); } catch { /* as above */ } },
  };
  const clock = at => new Date(at).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
  const window_ = Math.random().toString(36).slice(2);
  let proof = null;

  /** A refusal that trying again does not change. */
  class Refused extends Error { }

  class Draft extends HTMLElement {
    static observedAttributes = ['version'];

    connectedCallback() {
      this.words = Words[this.getAttribute('locale')] ?? Words.zh;
      const entry = ['corrects', 'about'].find(name => this.getAttribute(name));
      this.query = entry ? `?${entry}=${encodeURIComponent(this.getAttribute(entry))}` : '';
      this.address = `/api/v1/drafts/${encodeURIComponent(this.getAttribute('case'))}/${encodeURIComponent(this.getAttribute('kind'))}${this.query}`;
      this.key = `${Prefix}${this.getAttribute('person')}:${this.getAttribute('bureau')}:${this.address}`;
      this.version = Number(this.getAttribute('version'));
      this.line = Object.assign(document.createElement('span'), { className: 'draft-line' });
      this.line.setAttribute('role', 'status');
      this.note = Object.assign(document.createElement('span'), { className: 'draft-note' });
      this.note.setAttribute('role', 'alert');
      this.replaceChildren(this.line, this.note);
      this.stop = new AbortController();
      const on = (target, name, act, capture) => target.addEventListener(name, act, { signal: this.stop.signal, capture: !!capture });
      for (const name of ['input', 'change']) on(document, name, event => this.mine(event) && this.typed(event.target));
      on(document, 'click', event => this.mine(event) && setTimeout(() => this.look(), Quiet));
      on(document, 'focusout', event => this.mine(event) && this.save());
      on(document, 'visibilitychange', () => document.visibilityState === 'hidden' ? this.save(true) : this.back());
      on(window, 'pagehide', () => this.save(true));
      on(window, 'online', () => this.save());
      on(document, 'components-reconnect-state-changed', event => event.detail?.state === 'hide' && this.replay(), true);
      this.watch = setInterval(() => this.look(), Watch);
      this.channel = 'BroadcastChannel' in window ? new BroadcastChannel('enforcement.draft') : null;
      if (this.channel) this.channel.onmessage = ({ data }) => this.heard(data);
      this.touched = new Set();
      this.resume();
    }

    disconnectedCallback() {
      this.stop.abort();
      clearInterval(this.watch);
      clearTimeout(this.timer);
      this.channel?.close();
      this.save(true);
    }

    attributeChangedCallback(name, before, now) {
      if (before === null || !this.line) return;
      this.version = Math.max(this.version, Number(now));
      // The page has drawn what was saved: the caret goes back to where it stood.
      if (this.focusAfter) setTimeout(() => this.refocus(), 100);
    }

    get form() { return document.getElementById(this.getAttribute('for')); }

    mine(event) { return !this.paused && event.target.closest?.(`#${this.getAttribute('for')}`) && !event.target.closest('app-draft'); }

    /** Something was typed: in the browser at once, at the server when the person pauses. */
    typed(control) {
      this.begun = true;
      this.touched.add(control);
      this.keep(control);
    }

    /** What the page itself changed (a button, an upload) is a change as well. */
    look() {
      if (this.begun) { this.keep(); return; }
      if (this.clean === undefined) return;
      const now = this.collect();
      if (now !== null && now !== this.clean) { this.begun = true; this.keep(); }
    }

    keep(control) {
      if (this.paused) return;
      const content = this.collect();
      if (content === null || content === (this.content ?? this.sent)) return;
      this.content = content;
      this.hold({ content, at: Date.now(), focus: (control ?? document.activeElement)?.getAttribute?.('data-draft') ?? null });
      this.say(this.offline ? this.words.offline : this.words.typing);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), Quiet);
    }

    /** What the server does not have for certain stays in the browser, with what is on its way there. */
    hold(kept) {
      this.kept = { ...kept, base: this.version, sent: this.unanswered };
      store.set(this.key, this.kept);
    }

    async save(leaving = false) {
      clearTimeout(this.timer);
      if (this.paused && !leaving || this.content === undefined || this.content === this.sent) return;
      if (this.saving) { this.again = true; return this.saving; }
      await this.busy(this.send(this.content, leaving));
      if (this.again) { this.again = false; return this.save(); }
    }

    /** One thing at a time goes to the server. */
    busy(work) {
      const saving = work.finally(() => { if (this.saving === saving) this.saving = null; });
      return this.saving = saving;
    }

    async send(content, leaving) {
      try {
        if (this.unanswered !== undefined && !leaving) await this.learn();
        if (this.content === undefined) return; // thrown away meanwhile
        this.unanswered = content;
        this.hold(this.kept);
        const answer = await put(this.address, { base: this.version, label: this.getAttribute('label') ?? '', content }, leaving);
        this.version = answer.version;
        this.unanswered = undefined;
        this.sent = content;
        this.offline = false;
        this.wait = 0;
        if (this.content === content) { this.content = undefined; store.remove(this.key); }
        else if (this.content !== undefined) this.hold(this.kept);
        this.say(this.words.saved(clock(answer.savedAt)));
        this.warn(answer.overtook ? this.words.overtook(clock(answer.overtook)) : '');
        this.channel?.postMessage({ key: this.key, version: answer.version, from: window_ });
      } catch (error) {
        if (error instanceof Refused) {
          this.unanswered = undefined;
          this.warn(error.message === '401' ? this.words.signIn : error.message === '403' ? this.words.denied : this.words.failed + error.message);
          this.say('');
          return;
        }
        this.offline = true;
        this.say(this.words.offline);
        this.wait = Math.min(10, (this.wait || 0) + 1);
        if (!leaving) this.timer = setTimeout(() => this.save(), this.wait * 1000);
      }
    }

    /** The answer to a save was lost. Whether it arrived is asked, so that it is not taken for somebody else's. */
    async learn() {
      const draft = await read(this.address);
      if (draft && same(draft.content, this.unanswered)) this.version = draft.version;
      this.unanswered = undefined;
    }

    /** Whether the server holds what this browser kept, or what was on its way there when the page went. */
    async arrived(left) {
      try {
        const draft = await read(this.address);
        return draft !== null && (same(draft.content, left.content) || left.sent !== undefined && same(draft.content, left.sent));
      } catch { return false; }
    }

    /** What an earlier page could not send goes first; then the page reads the draft anew. */
    async resume() {
      sweep();
      const left = store.get(this.key);
      const saved = this.getAttribute('saved-at');
      this.clean = undefined;
      setTimeout(() => { this.clean ??= this.collect() ?? undefined; }, 400);
      if (!left) { if (saved) this.say(this.words.saved(clock(saved))); return; }
      // Another window has saved at the server since: the person decides.
      if (saved && this.version > left.base && !await this.arrived(left)) {
        this.ask(this.words.local(clock(left.at)), [[this.words.take, () => this.take(left)], [this.words.drop, () => { store.remove(this.key); this.warn(''); }]]);
        return;
      }
      await this.take(left);
    }

    async take(left) {
      this.warn('');
      this.content = left.content;
      this.kept = left;
      this.focusAfter = left.focus;
      await this.save();
      if (this.content === undefined) this.reload();
      else this.timer = setTimeout(() => this.take(left), 2000); // the server does not answer yet
    }

    /** Asks the page to draw what the server holds; a button of the page itself, because the circuit listens to that. */
    reload() {
      this.begun = false;
      this.touched.clear();
      document.querySelector('[data-draft-reload]')?.click();
    }

    refocus() {
      const place = this.focusAfter && document.querySelector(`[data-draft="${CSS.escape(this.focusAfter)}"]`);
      this.focusAfter = null;
      this.clean = this.collect() ?? undefined;
      this.sent = this.clean;
      if (!place) return;
      place.focus();
      try { place.setSelectionRange(place.value.length, place.value.length); } catch { /* a control without a caret */ }
    }

    /** After a cut the circuit does not know what was typed meanwhile: it is told as if it were typed now. */
    replay() {
      for (const control of this.touched) {
        if (control.isConnected && (control.type !== 'radio' || control.checked)) control.dispatchEvent(new Event('change', { bubbles: true }));
      }
      this.save();
    }

    async back() {
      await this.save();
      try {
        const draft = await read(this.address);
        if (draft?.version > this.version && !this.saving && this.unanswered === undefined) this.told();
      } catch { /* asked again when it is looked at again */ }
    }

    heard(data) { if (data.key === this.key && data.from !== window_ && data.version > this.version) this.told(); }

    told() { this.ask(this.words.newer, [[this.words.load, () => { this.content = undefined; store.remove(this.key); this.warn(''); this.reload(); }]]); }

    say(text) { if (this.line.textContent !== text) this.line.textContent = text; }

    warn(text) { this.note.replaceChildren(...(text ? [text] : [])); }

    ask(text, choices) {
      this.note.replaceChildren(text, ...choices.map(([words, act]) => {
        const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm btn-outline-secondary', textContent: words });
        button.addEventListener('click', act);
        return button;
      }));
    }

    /** The form as the draft keeps it: what stands in each control, by the path in data-draft. */
    collect() {
      const controls = this.form?.querySelectorAll('[data-draft]') ?? [];
      if (controls.length === 0) return null;
      const root = Object.create(null);
      for (const control of controls) {
        const tick = control.type === 'checkbox';
        if (tick || control.type === 'radio' ? !control.checked : control.value.trim() === '') continue;
        const path = control.getAttribute('data-draft').split('/').map(decodeURIComponent);
        let place = root;
        for (const step of path.slice(0, -1)) place = place[step] ??= Object.create(null);
        place[path.at(-1)] = tick ? true : control.value.toWellFormed?.() ?? control.value;
      }
      return JSON.stringify(root);
    }
  }

  async function put(address, body, leaving) {
    const json = `{"base":${body.base},"label":${JSON.stringify(body.label)},"content":${body.content}}`;
    return (await send(address, { method: 'PUT', body: json, keepalive: leaving && json.length < LongestKeepalive, redirect: 'error', headers: { 'Content-Type': 'application/json' } })).json();
  }

  const remove = address => send(address, { method: 'DELETE', keepalive: true, redirect: 'error', headers: {} });

  async function send(address, request) {
    for (let tries = 0; ; tries++) {
      proof ??= await ask();
      const response = await fetch(address, { ...request, headers: { ...request.headers, Accept: 'application/json', [proof.header]: proof.token } });
      if (response.ok) return response;
      if (response.status === 400 && tries === 0) { proof = null; continue; } // another session's proof
      if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
      if (response.status === 401 || response.status === 403) throw new Refused(String(response.status));
      let problem = null;
      try { problem = await response.json(); } catch { /* no words came with it */ }
      throw new Refused(problem?.detail ?? problem?.title ?? String(response.status));
    }
  }

  /** The draft at the server; null: there is none. */
  async function read(address) {
    const response = await fetch(address, { headers: { Accept: 'application/json' } });
    if (response.ok) return await response.json();
    if (response.status === 404) return null;
    throw response.status === 401 || response.status === 403 ? new Refused(String(response.status)) : new Error(String(response.status));
  }

  const same = (content, text) => JSON.stringify(content) === JSON.stringify(JSON.parse(text));

  async function ask() {
    const response = await fetch('/api/v1/session', { headers: { Accept: 'application/json' } });
    if (response.status === 401) throw new Refused('401');
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()).antiforgery;
  }

  /** What nobody came back for is not kept for ever. */
  function sweep() {
    try {
      for (const key of Object.keys(localStorage).filter(k => k.startsWith(Prefix))) {
        if (!(store.get(key)?.at > Date.now() - KeptDays * 86400000)) store.remove(key);
      }
    } catch { /* no storage */ }
  }

  const current = () => document.querySelector('app-draft');

  /** Before the act is handed in: what is typed is saved and told to the circuit, then nothing more is saved. */
  async function settle() {
    const draft = current();
    if (!draft) return;
    draft.look();
    await Promise.race([draft.save(), new Promise(resolve => setTimeout(resolve, 3000))]);
    draft.paused = true;
  }

  function resume() { const draft = current(); if (draft) draft.paused = false; }

  /** It was recorded or thrown away: nothing of it stays in the browser. */
  function done() {
    const draft = current();
    if (!draft) return;
    draft.paused = true;
    draft.content = undefined;
    clearTimeout(draft.timer);
    store.remove(draft.key);
    // A save that is still on its way would bring back what is gone.
    if (draft.saving) {
      draft.busy(draft.saving.then(() => remove(draft.address)).catch(() => { /* it stands among my drafts, where it can be discarded */ }))
        .then(() => draft.save());
    }
  }

  customElements.define('app-draft', Draft);
  window.enforcementDraft = { settle, resume, done };
})();
