// Forms that the server drew: their counters, limits and ways out.

import { find, findAll, make, say } from './browser.js';
import { PeopleField } from './people-field.js';
import { act } from './server.js';

export const findFault = form => find('.faults[role=alert]', form) ?? find('[aria-invalid=true]', form);

/** Gives a form that the server drew its counters, limits, people fields and ways out. */
export function bringToLife(form, thread, entry) {
  form.setAttribute('aria-labelledby', `${form.getAttribute('aria-labelledby')} ${thread.session.pane.heading.id}`);
  findAll('.people[data-field]', form).forEach(field => new PeopleField(field, thread.session));
  findAll('textarea[data-max]', form).forEach(countCharacters);
  findAll('fieldset.chips[data-max]', form).forEach(limitTicks);
  form.addEventListener('input', event => {
    form.dataset.touched = '';
    mend(event.target.closest('.field.wrong'));
  });
  form.addEventListener('click', event => {
    if (event.target.closest('[data-cancel]')) thread.cancel(form);
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    document.getElementById(decodeURIComponent(link.hash.slice(1)))?.focus();
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) thread.cancel(form);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(form, thread, entry);
  });
}

/** Somebody is at it: the field no longer cries out. The summary stays until the server has looked again. */
function mend(field) {
  if (!field) return;
  field.classList.remove('wrong');
  find('.fault', field)?.remove();
  for (const input of findAll('[aria-invalid]', field)) input.removeAttribute('aria-invalid');
}

async function send(form, thread, entry) {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const answers = {};
  for (const [name, value] of new FormData(form)) (answers[name] ??= []).push(value);
  const answer = await act({ as: thread.session.person.id, place: thread.place, do: 'submit', ticket: form.dataset.ticket, answers });
  form.ariaBusy = 'false';
  if (answer.reply === 'error') return refuse(form, answer);
  const here = form.isConnected && form.contains(document.activeElement);
  if (answer.reply !== 'form') {
    thread.desk.replaceChildren();
    thread.refresh();
  }
  thread.take(answer, entry);
  if (answer.reply === 'none' || answer.reply === 'done') thread.toEnd();
  if (here && answer.reply !== 'form' && !(answer.reply === 'replace' && entry)) thread.session.pane.composer.focus();
}

/** The connection failed or the bot did: said above the buttons, with all that was typed still there. */
function refuse(form, { words, lost }) {
  find('.lost', form)?.remove();
  const why = make('p', { class: 'lost', role: 'alert', tabindex: '-1' }, lost ? `${words} What you typed is still here.` : words);
  find('.buttons', form).before(why);
  why.focus();
}

function countCharacters(box) {
  const [min, max] = [Number(box.dataset.min ?? 0), Number(box.dataset.max)];
  const shown = find(`.counter[data-for="${box.id}"]`, box.form);
  let told = '';
  const count = (event) => {
    const length = box.value.trim().length;
    const [few, much] = [length < min, length > max];
    shown.textContent = few ? `${length} of at least ${min}` : `${length.toLocaleString('en')} of ${max.toLocaleString('en')}`;
    shown.classList.toggle('off', much || (few && length > 0));
    const state = much ? `${length - max} characters too many` : max - length <= 50 ? 'fewer than 50 characters left' : few ? '' : min > 0 ? 'long enough' : '';
    if (event && state && state !== told) say(state);
    told = state;
  };
  box.addEventListener('input', count);
  count();
}

function limitTicks(group) {
  const max = Number(group.dataset.max);
  const ticks = findAll('input[type=checkbox]', group);
  if (ticks.length <= max) return;
  const check = (event) => {
    const taken = ticks.filter(tick => tick.checked).length;
    for (const tick of ticks) tick.disabled = taken >= max && !tick.checked;
    if (event) say(taken >= max ? `${taken} of ${max} chosen; take one back to choose another` : `${taken} of ${max} chosen`);
  };
  group.addEventListener('change', check);
  check();
}
