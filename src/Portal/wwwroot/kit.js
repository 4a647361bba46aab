// What the shared components need of the browser: dialogs, copying, menus that close.
(function () {
  'use strict';

  const LongestPaste = 100000; // what a form can be sent with

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

  // A browser cuts what is pasted at maxlength without a word. Here it stands in the field as a whole, and sending it is refused in words.
  document.addEventListener('paste', event => {
    const field = event.target, text = event.clipboardData?.getData('text/plain');
    if (!text || text.length > LongestPaste || !(field.maxLength > 0) || field.readOnly || field.selectionStart === null) return;
    if (field.value.length - (field.selectionEnd - field.selectionStart) + text.length <= field.maxLength) return;
    event.preventDefault();
    field.setRangeText(field.localName === 'textarea' ? text : text.replace(/[\r\n]+/g, ' '), field.selectionStart, field.selectionEnd, 'end');
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  });

  window.enforcement = Object.assign(window.enforcement ?? {}, { openDialog, closeDialog, announce });
})();
