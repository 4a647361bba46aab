// What the shared components need of the browser: dialogs, copying, menus that close.
(function () {
  'use strict';

  function openDialog(dialog) { if (dialog && !dialog.open) dialog.showModal(); }

  function closeDialog(dialog) { if (dialog?.open) dialog.close(); }

  // Said once to those who cannot see what changed.
  function announce(text) {
    const place = document.getElementById('app-announce');
    if (place) { place.textContent = ''; place.textContent = text; }
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without https there is no clipboard: the old way still works.
      const area = document.createElement('textarea');
      area.value = text;
      area.style.position = 'fixed';
      area.style.opacity = '0';
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy]');
    if (!button || !(await copy(button.getAttribute('data-copy')))) return;
    button.focus();
    button.setAttribute('data-copied', '');
    announce(button.getAttribute('data-copied-text'));
    setTimeout(() => button.removeAttribute('data-copied'), 2000);
  });

  // Menus made of details: they close by Esc, by a click elsewhere and when the focus leaves.
  const menus = () => document.querySelectorAll('details[data-menu][open]');
  document.addEventListener('click', event => menus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener('focusin', event => menus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    menus().forEach(menu => { menu.open = false; menu.querySelector('summary')?.focus(); });
  });

  window.enforcement = Object.assign(window.enforcement ?? {}, { openDialog, closeDialog, announce });
})();
