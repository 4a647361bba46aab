// The connection to the server: when it is lost the page says so, tries again by itself, and is drawn anew when the server was restarted.
(function () {
  'use strict';
  const box = document.getElementById('app-connection');
  const state = box?.querySelector('[data-reconnect-state]');
  const count = box?.querySelector('[data-reconnect-count]');
  const trying = state?.textContent;
  const patience = 4000;
  let lost = 0;     // when it was lost; 0: connected
  let attempt = 0;
  let ticker = 0;
  let wake = null;

  const pause = ms => new Promise(done => {
    const timer = setTimeout(done, ms);
    wake = () => { clearTimeout(timer); done(); };
  });

  const tell = () => {
    count.textContent = box.dataset.attempts.replace('{0}', Math.max(1, attempt)).replace('{1}', Math.round((Date.now() - lost) / 1000));
  };

  async function lives() {
    try {
      const answer = await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  // Other scripts, such as the drafts, wait for these words.
  const changed = now => document.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: now } }));

  // Something that goes on without the page, such as an upload, may hold the reload back until it is done.
  function reload() {
    clearInterval(ticker);
    const held = !document.dispatchEvent(new CustomEvent('enforcement:reload', { cancelable: true }));
    box.dataset.state = 'reload';
    state.textContent = held ? box.dataset.held : box.dataset.restarted;
    count.textContent = '';
    if (held) setTimeout(reload, 2000);
    else location.reload();
  }

  async function again() {
    for (attempt = 1; lost; attempt++) {
      tell();
      // The server is asked first whether it lives: a reconnect to nothing would only wait.
      if (await lives()) {
        try {
          if (await Blazor.reconnect()) { up(); return; }
          reload(); // it lives but does not know this page: it was restarted, or the page was away too long
          return;
        } catch { /* it lives but the connection failed: again */ }
      }
      await pause(Math.min(5000, 500 * attempt));
    }
  }

  function down() {
    if (lost) return;
    lost = Date.now();
    attempt = 0;
    state.textContent = trying;
    box.dataset.state = 'lost';
    changed('show');
    ticker = setInterval(tell, 1000);
    again();
  }

  function up() {
    if (!lost) return;
    lost = 0;
    clearInterval(ticker);
    state.textContent = box.dataset.reconnected;
    count.textContent = '';
    box.dataset.state = 'back';
    changed('hide');
    setTimeout(() => { if (box.dataset.state === 'back') delete box.dataset.state; }, 4000);
  }

  document.addEventListener('click', event => { if (event.target.closest?.('[data-reconnect-now]')) wake?.(); });
  addEventListener('online', () => wake?.());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) wake?.(); });

  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } } });
})();
