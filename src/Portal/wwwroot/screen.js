// The big screen fills the wall; leaving full screen is the browser's own key.
(function () {
  'use strict';
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-full-screen]')) return;
    (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => { /* refused by the browser: the page serves as it is */ });
  });
})();
