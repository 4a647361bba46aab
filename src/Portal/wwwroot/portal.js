// Small helpers of the pages: live countdowns, and leading to the field that a broken rule is about.
(function () {
  'use strict';

  class Countdown extends HTMLElement {
    static observedAttributes = ['due', 'now', 'locale'];

    connectedCallback() {
      this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.setAttribute('role', 'timer');
      this.rebase();
      this.timer = setInterval(() => this.draw(), 1000);
    }

    disconnectedCallback() { clearInterval(this.timer); }

    attributeChangedCallback() { if (this.shadowRoot) this.rebase(); }

    // The legal clock may stand elsewhere than the machine's (training): only the difference at drawing counts.
    rebase() {
      this.ahead = Date.parse(this.getAttribute('now')) - Date.now();
      this.draw();
    }

    draw() {
      const due = Date.parse(this.getAttribute('due'));
      if (Number.isNaN(due)) return;
      const left = due - (Date.now() + this.ahead);
      const text = words(Math.abs(left) / 1000, this.getAttribute('locale') === 'en');
      const english = this.getAttribute('locale') === 'en';
      this.toggleAttribute('data-over', left < 0);
      this.shadowRoot.textContent = left >= 0
        ? (english ? `${text} left` : `还有 ${text}`)
        : (english ? `${text} over` : `已超过 ${text}`);
    }
  }

  function words(seconds, english) {
    const d = Math.floor(seconds / 86400), h = Math.floor(seconds / 3600) % 24, m = Math.floor(seconds / 60) % 60, s = Math.floor(seconds) % 60;
    if (d > 0 && h === 0) return english ? `${d} d` : `${d}天`;
    if (d > 0) return english ? `${d} d ${h} h` : `${d}天${h}小时`;
    if (h > 0 && m === 0) return english ? `${h} h` : `${h}小时`;
    if (h > 0) return english ? `${h} h ${m} min` : `${h}小时${m}分`;
    return english ? `${m} min ${s} s` : `${m}分${s}秒`;
  }

  customElements.define('app-countdown', Countdown);

  function show(id) {
    const place = document.getElementById(id);
    if (!place) return false;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener('click', event => {
    const go = event.target.closest?.('[data-focus]');
    if (go && show(go.getAttribute('data-focus'))) event.preventDefault();
  });

  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-reload]')) return;
    event.preventDefault();
    location.reload();
  });

  document.addEventListener('click', event => { if (event.target.closest?.('[data-print-page]')) window.print(); });

  window.enforcement = Object.assign(window.enforcement ?? {}, { show });
})();
