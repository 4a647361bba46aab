// Keys. A page declares its own in markup: data-shortcut="n" or "g c" on a link, a button or a field. Never while something is typed,
// but for Ctrl+Enter and Alt+S, which submit.
(function () {
  'use strict';
  let first = '';
  let firstAt = 0;

  const typing = target => target.closest?.('input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]');
  const seen = element => element.getClientRects().length > 0 || element.closest('.app-side') !== null;
  const top = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;

  function find(keys) {
    return [...top().querySelectorAll('[data-shortcut]')].find(element => element.dataset.shortcut === keys && !element.disabled && seen(element));
  }

  function use(element) {
    if (element.matches('input, textarea, select')) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
  }

  function search() {
    const field = document.querySelector('main [data-shortcut="/"], main [role=search] input:not([type=hidden]):not([type=checkbox])');
    if (!field) return false;
    use(field);
    return true;
  }

  // The rows of the list nearest to the focus: each is stood for by its first link or button.
  function rows() {
    const focused = document.activeElement?.closest('.app-table, [data-rows]');
    const table = focused ?? document.querySelector('main .app-table, main [data-rows]');
    return table ? [...table.querySelectorAll('tbody tr, [data-row]')].map(row => row.querySelector('a[href], button')).filter(Boolean) : [];
  }

  function step(by) {
    const all = rows();
    if (all.length === 0) return false;
    const row = document.activeElement?.closest('tr, [data-row]');
    const now = row ? all.findIndex(target => row.contains(target)) : -1;
    all[Math.min(all.length - 1, Math.max(0, now + (now < 0 ? Math.max(by, 1) : by)))].focus();
    return true;
  }

  function submit(from) {
    const place = from?.closest('form, dialog') ?? top();
    const scope = place === document ? document.querySelector('main') : place;
    const button = scope?.querySelector('[data-submit]:not(:disabled)')
      ?? (scope?.matches('form') ? scope : scope?.querySelector('form:not([role=search])'))?.querySelector('button[type=submit]:not(:disabled), button:not([type]):not(:disabled)');
    if (!button) return false;
    // What was typed last is told to the server only when the field is left.
    from?.blur?.();
    button.click();
    return true;
  }

  const named = element => (element.dataset.shortcutName || element.getAttribute('aria-label') || element.textContent).trim();

  function help() {
    const dialog = document.getElementById('app-shortcuts');
    if (!dialog || dialog.open) return false;
    const body = dialog.querySelector('[data-shortcut-rows]');
    const known = new Set(['[', ']', '/']);
    body.replaceChildren();
    for (const element of document.querySelectorAll('[data-shortcut]')) {
      const keys = element.dataset.shortcut;
      if (!keys || known.has(keys) || element.disabled || !seen(element)) continue;
      known.add(keys);
      const row = body.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      keys.split(' ').forEach(key => head.append(Object.assign(document.createElement('kbd'), { textContent: key })));
      row.append(head);
      row.insertCell().textContent = named(element);
    }
    dialog.showModal();
    return true;
  }

  function press(event) {
    if (event.isComposing || event.defaultPrevented) return false;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit(event.target);
    if (event.altKey && !event.ctrlKey && event.code === 'KeyS') return submit(event.target.closest?.('form, dialog') ? event.target : null);
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return false;
    const inDialog = top() !== document;
    const key = event.key;
    const began = first && event.timeStamp - firstAt < 1500 ? first : '';
    first = '';
    if (began) {
      const target = !inDialog && find(`${began} ${key}`);
      if (target) { use(target); return true; }
    }
    if (key === '?' && !inDialog) return help();
    const target = key.length === 1 && find(key);
    if (target) { use(target); return true; }
    if (inDialog) return false;
    if (key === '/') return search();
    if (key === 'j') return step(1);
    if (key === 'k') return step(-1);
    if (key === 'g') { first = key; firstAt = event.timeStamp; }
    return false;
  }

  document.addEventListener('keydown', event => { if (press(event)) event.preventDefault(); });

  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-show-shortcuts]')) {
      document.querySelectorAll('details[data-menu][open]').forEach(menu => { menu.open = false; menu.querySelector('summary')?.focus(); });
      help();
    }
    event.target.closest?.('[data-close-dialog]')?.closest('dialog')?.close();
  });
})();
