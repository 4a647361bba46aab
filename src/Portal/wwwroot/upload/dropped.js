// Files that are dragged over a page: anywhere on it, and from the library to where they are handed in.
import { element } from './dom.js';
import { wordsOf } from './words.js';

let carried = [];

/** What was dropped on the page before, once. */
export const takeCarried = () => carried.splice(0);

/** The files of a drop, with handles where the browser gives them; folders are left out. */
async function filesOf(data) {
  const items = [...data.items].filter(item => item.kind === 'file');
  const found = await Promise.all(items.map(async item => {
    const plain = item.getAsFile(), handle = await item.getAsFileSystemHandle?.().catch(() => null);
    return handle?.kind === 'directory' || !plain ? null : { file: plain, handle };
  }));
  return found.filter(Boolean);
}

/**
 * Takes files that are dropped anywhere on the page, and says so while they are dragged over it. A file beside the mark would
 * otherwise replace the page. Returns what ends it.
 */
export function watch(words, dropped) {
  const veil = element('div', { className: 'up-veil', hidden: true }, element('p', { textContent: words.dropHere }));
  veil.setAttribute('aria-hidden', 'true'); // with the keyboard files are chosen, not dragged
  document.body.append(veil);
  const stop = new AbortController();
  const on = (name, act) => document.addEventListener(name, event => { if (event.dataTransfer?.types.includes('Files')) act(event); }, { signal: stop.signal });
  on('dragenter', event => { event.preventDefault(); veil.hidden = false; });
  on('dragover', event => { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; });
  on('dragleave', event => { if (!event.relatedTarget) veil.hidden = true; });
  on('drop', async event => {
    event.preventDefault();
    veil.hidden = true;
    dropped(await filesOf(event.dataTransfer));
  });
  return () => { stop.abort(); veil.remove(); };
}

/** <app-drop-files>: on a page that hands nothing in itself; what is dropped is carried to the page that does. */
class DropFiles extends HTMLElement {
  connectedCallback() {
    this.end = watch(wordsOf(this.getAttribute('locale')), found => {
      if (found.length === 0) return;
      carried.push(...found);
      this.querySelector('a')?.click(); // the portal's own way from page to page: the files stay in this window
    });
  }

  disconnectedCallback() { this.end?.(); }
}

customElements.define('app-drop-files', DropFiles);
