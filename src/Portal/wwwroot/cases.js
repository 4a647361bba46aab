// Lists as daily tools: a row opens what its first cell links to, empty filters stay out of the address, an export says that it is being made.
(function () {
  'use strict';

  document.addEventListener('click', event => {
    const row = event.target.closest?.('[data-row-links] tbody tr');
    if (!row || event.defaultPrevented || event.target.closest('a, button, input, label, select, summary') || String(getSelection())) return;
    row.querySelector('[data-row-link]')?.click();
  });

  document.addEventListener('submit', event => {
    const form = event.target.closest?.('form[data-tidy]');
    if (!form) return;
    const empty = [...form.elements].filter(field => field.name && !field.disabled && field.value === '');
    empty.forEach(field => { field.disabled = true; });
    setTimeout(() => empty.forEach(field => { field.disabled = false; }));
  });

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-export]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (link.getAttribute('aria-busy') !== 'true') save(link);
  }, true);

  async function save(link) {
    const words = link.textContent;
    link.setAttribute('aria-busy', 'true');
    link.textContent = link.dataset.busy;
    try {
      const answer = await fetch(link.href, { credentials: 'same-origin' });
      if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail ?? String(answer.status));
      const parts = [];
      let size = 0;
      for (const reader = answer.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        size += value.length;
        link.textContent = `${link.dataset.busy} ${(size / 1048576).toFixed(1)} MB`;
      }
      const url = URL.createObjectURL(new Blob(parts, { type: answer.headers.get('Content-Type') ?? '' }));
      const anchor = Object.assign(document.createElement('a'), { href: url, download: nameOf(answer) });
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    } catch (failure) {
      alertBeside(link, failure.message);
    } finally {
      link.textContent = words;
      link.removeAttribute('aria-busy');
    }
  }

  function nameOf(answer) {
    const stated = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('Content-Disposition') ?? '');
    return stated ? decodeURIComponent(stated[1]) : 'export';
  }

  function alertBeside(link, words) {
    const place = link.closest('.page-head') ?? link.parentElement;
    place.querySelector('.export-failure')?.remove();
    const note = Object.assign(document.createElement('p'), { className: 'note note-bad export-failure', textContent: words });
    note.setAttribute('role', 'alert');
    place.append(note);
  }
})();
