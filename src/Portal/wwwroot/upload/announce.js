// Announces a recording in place, for a file that nobody announced.
import { button, element, newId } from './dom.js';
import { timeIn } from './match.js';
import { Refused, refuse } from './problems.js';
import { send } from './session.js';

const local = at => new Date(at + 8 * 3600000).toISOString().slice(0, 19); // as clocks in China show it

export function announceForm(queue, file, done) {
  const { words } = queue, kind = (file.type ?? '').split('/')[0];
  const id = `r-${crypto.randomUUID ? crypto.randomUUID().replaceAll('-', '') : Math.random().toString(36).slice(2).padEnd(16, '0')}`, command = `announce-${id}`;
  const mode = element('select', { className: 'form-select' }, ...Object.entries(words.modes).map(([value, textContent]) => element('option', { value, textContent })));
  mode.value = kind === 'image' ? 'photo' : kind === 'audio' ? 'audio' : 'video';
  const started = element('input', { type: 'datetime-local', step: 1, className: 'form-control', required: true, value: local(timeIn(file.name) ?? file.lastModified) });
  const ended = element('input', { type: 'datetime-local', step: 1, className: 'form-control', value: local(file.lastModified) });
  if (ended.value < started.value) ended.value = started.value;
  const recorder = element('input', { className: 'form-control', maxLength: 64, value: queue.getAttribute('recorder') ?? '' });
  const place = element('input', { className: 'form-control', maxLength: 200 });
  const wrong = element('p', { className: 'field-error' });
  wrong.setAttribute('role', 'alert');
  const save = button(words.save, 'btn-primary', async () => {
    wrong.textContent = '';
    if (!started.value) { wrong.textContent = words.needStart; started.focus(); return; }
    if (ended.value && ended.value < started.value) { wrong.textContent = words.order; ended.focus(); return; }
    save.disabled = true;
    try {
      const instant = input => input.value ? `${input.value.length === 16 ? input.value + ':00' : input.value}+08:00` : null;
      const body = { bureau: queue.getAttribute('bureau'), officerId: queue.getAttribute('officer'), mode: mode.value, recorderId: recorder.value.trim() || null,
        startedAt: instant(started), endedAt: instant(ended), place: place.value.trim() || null };
      const response = await send('PUT', `/api/v1/recordings/${id}`, { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': `${command}-${++tries}` }, JSON.stringify(body), undefined, words);
      if (!response.ok) await refuse(response, { ...words, failed: '' }, queue.locale);
      done({ id, here: true, mode: mode.value, recorder: body.recorderId, started: body.startedAt, ended: body.endedAt, label: `${started.value.replace('T', ' ')} ${words.modes[mode.value]} ${recorder.value}` });
    } catch (error) {
      wrong.textContent = error instanceof Refused ? error.message : words.failed + error.message;
      save.disabled = false;
    }
  });
  let tries = 0;
  const form = element('div', { className: 'up-announce' },
    ...[[words.mode, mode], [words.startedAt, started], [words.endedAt, ended], [words.recorder + words.optional, recorder], [words.place + words.optional, place]].map(([text, input]) => {
      input.id = newId();
      return element('div', {}, element('label', { htmlFor: input.id, textContent: text }), input);
    }),
    element('div', { className: 'up-actions' }, save, button(words.cancel, 'btn-outline-secondary', () => form.remove())), wrong);
  return form;
}
