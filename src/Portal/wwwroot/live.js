// Marks that grow old by themselves: as of when a page is true, how long ago something was, and what time it is.
(function () {
  'use strict';

  function words(seconds, english) {
    const d = Math.floor(seconds / 86400), h = Math.floor(seconds / 3600) % 24, m = Math.floor(seconds / 60) % 60, s = Math.floor(seconds) % 60;
    if (d > 0 && h === 0) return english ? `${d} d` : `${d}天`;
    if (d > 0) return english ? `${d} d ${h} h` : `${d}天${h}小时`;
    if (h > 0 && m === 0) return english ? `${h} h` : `${h}小时`;
    if (h > 0) return english ? `${h} h ${m} min` : `${h}小时${m}分`;
    if (m > 0) return english ? `${m} min` : `${m}分`;
    return english ? `${s} s` : `${s}秒`;
  }

  class Ageing extends HTMLElement {
    static observedAttributes = ['at', 'now', 'locale', 'limit'];

    connectedCallback() {
      this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.rebase();
      this.timer = setInterval(() => this.draw(), this.period);
    }

    disconnectedCallback() { clearInterval(this.timer); }

    attributeChangedCallback() { if (this.shadowRoot) this.rebase(); }

    // The server's clock may differ from the browser's: only time that passes here is counted.
    rebase() {
      this.ahead = Date.parse(this.getAttribute('now')) - Date.now();
      this.draw();
    }

    get english() { return this.getAttribute('locale') === 'en'; }

    // Seconds since the instant; negative before it; NaN when there is none.
    get age() { return (Date.now() + this.ahead - Date.parse(this.getAttribute('at') ?? '')) / 1000; }

    say(text) { if (this.shadowRoot.textContent !== text) this.shadowRoot.textContent = text; }
  }

  customElements.define('app-stale', class extends Ageing {
    period = 1000;

    draw() {
      const age = this.age, english = this.english;
      if (Number.isNaN(age)) { this.say(english ? 'Loading…' : '正在读取…'); return; }
      const time = this.getAttribute('at').slice(11, 19);
      const old = age > Number(this.getAttribute('limit') || 30);
      this.toggleAttribute('data-stale', old);
      const base = english ? `as of ${time}` : `数据截至 ${time}`;
      this.say(old ? base + (english ? `, ${words(age, true)} old` : `，已过${words(age, false)}，可能不是最新`) : base);
    }
  });

  customElements.define('app-ago', class extends Ageing {
    period = 15000;

    draw() {
      const age = this.age, english = this.english;
      if (Number.isNaN(age)) return;
      const span = words(Math.abs(age), english);
      this.say(Math.abs(age) < 60 ? (english ? 'just now' : '刚刚')
        : age > 0 ? (english ? `${span} ago` : `${span}前`) : (english ? `in ${span}` : `${span}后`));
    }
  });

  // A clock that goes on by itself from the instant that the server said.
  customElements.define('app-clock', class extends Ageing {
    period = 5000;

    draw() {
      if (Number.isNaN(this.ahead)) return;
      const local = new Date(Date.now() + this.ahead + 8 * 3600000).toISOString(), day = local.slice(0, 10), time = local.slice(11, 16); // +08:00
      const [y, m, d] = day.split('-').map(Number);
      this.say(this.english ? `${day} ${time}` : `${y}年${m}月${d}日 ${time}`);
    }
  });
})();
