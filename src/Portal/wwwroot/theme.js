// Light or dark, before the first paint: what was chosen last, else what the system prefers.
(function () {
  'use strict';
  const key = 'enforcement.theme';
  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const wanted = () => read() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const apply = () => document.documentElement.setAttribute('data-bs-theme', wanted());
  apply();
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-toggle]')) return;
    try { localStorage.setItem(key, wanted() === 'dark' ? 'light' : 'dark'); } catch { /* no storage: the choice lasts for this page */ }
    apply();
  });
  // Until something is chosen, the page follows the system while it is open too.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  // The page's own root element may be drawn anew by a navigation inside the portal.
  new MutationObserver(() => { if (document.documentElement.getAttribute('data-bs-theme') !== wanted()) apply(); })
    .observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
})();
