// Hands files in by tus 1.0. The parts are fetched when a page first shows one of them: most pages never do.
const parts = new Map([['app-upload', './one.js'], ['app-upload-queue', './queue.js'], ['app-drop-files', './dropped.js']]);

function look() {
  for (const [name, file] of parts) {
    if (!document.querySelector(name)) continue;
    parts.delete(name);
    import(file).catch(() => parts.set(name, file)); // the server is away: the next change of the page tries again
  }
}

new MutationObserver(look).observe(document, { childList: true, subtree: true });
look();
