// The local page: two people of the demo organisation, each in a pane, talking with the bot.
// The server draws every card and form; this file only carries them, and what people do, to and fro.

const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];
const fold = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const initials = name => name.split(/\s+/).map(part => part[0]).slice(0, 2).join('').toUpperCase();
const firstName = name => name.split(/\s+/)[0];
const wide = matchMedia('(min-width: 900px)');

let ids = 0;
const newId = what => `${what}-${++ids}`;

/** An element with its attributes and children; `on…` attributes are listeners. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What the server drew, with ids of its own: the same form may stand in both panes. */
function drawn(html, selector) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const mark = newId('d');
  const renamed = new Set();
  for (const element of findAll('[id]', template.content)) {
    renamed.add(element.id);
    element.id = `${mark}-${element.id}`;
  }
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-errormessage', 'data-for', 'href'])
    for (const element of findAll(`[${name}]`, template.content)) {
      const local = id => renamed.has(id) ? `${mark}-${id}` : id;
      const value = element.getAttribute(name);
      element.setAttribute(name, name !== 'href' ? value.split(/\s+/).map(local).join(' ')
        : value.startsWith('#') ? `#${local(value.slice(1))}` : value);
    }
  for (const link of findAll('a[href^="http"]', template.content))
    Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' });
  return find(selector, template.content);
}

/** Said by screen readers when they have a moment. */
function say(words) {
  const said = find('#said');
  said.textContent = '';
  setTimeout(() => { said.textContent = words; }, 60);
}

// What the browser remembers; a browser that may not store anything just forgets.
const memory = {
  get(key) { try { return localStorage.getItem(`try.${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`try.${key}`, value); } catch { /* private browsing: it lasts as long as the page */ } },
};

// ---- the server

const troubles = {
  400: 'The bot did not understand what this page sent.',
  401: 'The bot refused this. Reload the page and try again.',
  403: 'The bot refused this. Reload the page and try again.',
  404: 'The local page is not switched on here.',
  413: 'That is too long to send.',
  429: 'That was a little too fast. Wait a moment and try again.',
  503: 'The bot is busy; nothing was saved. Please try again.',
};

/** Tells the server what somebody did. Never throws: what went wrong comes back as words. */
async function act(what) {
  const failed = words => ({ reply: 'error', words, lost: true });
  try {
    const response = await fetch('/try/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(what),
    });
    const answer = await response.json().catch(() => null);
    if (!response.ok)
      return failed(answer?.words ?? troubles[response.status] ?? `Something went wrong on the bot’s side (${response.status}). Nothing was saved.`);
    return answer ?? failed('The bot’s answer could not be read.');
  } catch {
    return failed('The bot can’t be reached. Is it still running?');
  }
}

// ---- a conversation: one person, one place

class Thread {
  top = 0;
  atEnd = true;
  draft = '';
  posts = new Map();
  #unread = 0;

  constructor(session, place, name, talk) {
    Object.assign(this, { session, place, name, talk });
    this.talk.id = newId('talk');
    this.empty = find('.empty', talk);
    this.log = find('.log', talk);
    this.desk = find('.desk', talk);
    this.tab = make('button', {
      type: 'button', role: 'tab', id: newId('tab'), 'aria-controls': talk.id, 'aria-selected': 'false', tabindex: '-1',
      onclick: () => session.pane.show(this),
    }, make('span', {}, name), this.count = make('span', { class: 'count', hidden: true }));
    talk.setAttribute('aria-labelledby', this.tab.id);
    talk.hidden = true;
    talk.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    talk.addEventListener('click', event => this.#pressed(event));
    this.refresh();
  }

  get shown() { return this.talk.clientHeight > 0; }
  get unread() { return this.#unread; }
  set unread(n) {
    this.#unread = n;
    this.count.hidden = n === 0;
    this.count.replaceChildren(String(n), make('span', { class: 'visually-hidden' }, ' unread'));
    this.session.pane.page.dots();
  }

  /** A post of the stream: new ones go last, known ones change in place. */
  post({ id, at, html, revision }, live) {
    const known = this.posts.get(id);
    if (known && known.revision >= revision) return;
    const card = drawn(html, 'article');
    if (known) {
      known.revision = revision;
      this.#change(known.entry, card);
      return;
    }
    const entry = this.#add(this.#entry('bot', card, at));
    entry.dataset.post = id;
    this.posts.set(id, { entry, revision });
    if (!live || this.shown) return;
    this.unread++;
    say(`New message in ${this.name}, for ${this.session.person.name}`);
  }

  /** What one typed: it stands here only, and the bot alone reads it. */
  own(words) {
    return this.#add(make('div', { class: 'entry own' },
      make('p', { class: 'visually-hidden' }, 'You typed:'), make('p', { class: 'bubble' }, words)), true);
  }

  whisper(html) {
    const entry = this.#entry('bot whisper', drawn(html, 'article'), new Date());
    find('.from', entry).append(make('span', { class: 'only' }, 'Only you can see this'));
    this.#add(entry, true);
    // A long answer is read from its beginning.
    if (this.shown && entry.offsetHeight > this.talk.clientHeight) entry.scrollIntoView({ block: 'start' });
    return entry;
  }

  /** Opens a form below the messages, or shows it again with what is wrong. */
  open(html, entry = null) {
    const form = drawn(html, 'form');
    this.desk.replaceChildren(form);
    bringToLife(form, this, entry);
    this.refresh();
    const first = findFault(form) ?? find('input:not([type=hidden]), textarea, select', form) ?? find('button', form);
    form.scrollIntoView({ block: findFault(form) ? 'start' : 'nearest' });
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.desk.replaceChildren();
    this.refresh();
    this.session.pane.composer.focus();
  }

  /** Escape or Cancel. What was typed can be brought back until the next form opens. */
  cancel(form) {
    const worth = form.dataset.touched !== undefined;
    this.close();
    if (!worth) return;
    const back = make('button', { type: 'button', class: 'quiet', onclick: () => {
      this.desk.replaceChildren(form);
      this.refresh();
      find('input:not([type=hidden]), textarea', form)?.focus();
    } }, 'Bring it back');
    this.desk.replaceChildren(make('p', { class: 'closed', role: 'status' }, 'Form closed, nothing was sent. ', back));
    this.toEnd();
  }

  /** What the server answered to a line, a press or a form. */
  take(answer, entry = null) {
    switch (answer.reply) {
      case 'whisper': return void this.whisper(answer.html);
      case 'form': return this.open(answer.html, entry);
      case 'replace':
        if (!entry?.isConnected) return void this.whisper(answer.html);
        return this.#change(entry, drawn(answer.html, 'article'), true);
      case 'error': return this.session.pane.composer.trouble(answer.words);
    }
  }

  toEnd() {
    this.atEnd = true;
    this.talk.scrollTop = this.talk.scrollHeight;
    if (this.shown) this.session.pane.newer.hidden = true;
  }

  /** Back in view: where one was, or at the end for who was at the end. */
  settle() {
    if (this.atEnd) this.toEnd();
    else this.talk.scrollTop = this.top;
    this.unread = 0;
  }

  refresh() {
    this.empty.hidden = this.log.childElementCount > 0 || find('form', this.desk) !== null || this.log.ariaBusy === 'true';
    if (!this.empty.hidden && this.empty.childElementCount === 0) this.empty.append(...welcome(this));
  }

  ready() {
    this.log.ariaBusy = 'false';
    this.refresh();
  }

  #entry(kind, card, at) {
    return make('div', { class: `entry ${kind}` },
      make('p', { class: 'from' }, make('b', {}, 'ServiceCultureBot'), ' ', moment(at)), card);
  }

  #add(entry, mine = false) {
    const follow = mine || (this.atEnd && !find('form', this.desk));
    this.log.append(entry);
    this.refresh();
    if (follow) this.toEnd();
    else if (this.shown) this.session.pane.newer.hidden = false;
    return entry;
  }

  #change(entry, card, focus = false) {
    const old = find('article', entry);
    const inside = old.contains(document.activeElement);
    old.replaceWith(card);
    entry.classList.remove('changed');
    void entry.offsetWidth;
    entry.classList.add('changed');
    if (this.log.ariaBusy !== 'true') say(`Changed: ${find('h3', card)?.textContent ?? 'a message'}`);
    if (!inside && !focus) return;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  #scrolled() {
    if (!this.shown) return;
    this.top = this.talk.scrollTop;
    this.atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 32;
    if (this.atEnd) this.session.pane.newer.hidden = true;
  }

  async #pressed(event) {
    const button = event.target.closest('article button[data-ticket]');
    if (!button || button.ariaBusy === 'true') return;
    const entry = button.closest('.entry');
    button.ariaBusy = 'true';
    const answer = await act({
      as: this.session.person.id, place: this.place, do: 'press', ticket: button.dataset.ticket, post: entry.dataset.post ?? null,
    });
    button.ariaBusy = 'false';
    this.take(answer, entry);
  }
}

function moment(at) {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  const shape = { ...(today ? {} : { day: 'numeric', month: 'short' }), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return make('time', { datetime: time.toISOString() }, new Intl.DateTimeFormat('en-GB', shape).format(time));
}

/** What an empty conversation says: who one is, and what to try. */
function welcome(thread) {
  const { pane, person } = thread.session;
  const { commands } = pane.page;
  const direct = thread.place === 'direct';
  const tries = commands.flatMap(({ name, about, example }) => {
    const whole = { words: name, about, goes: true };
    const filled = example && example !== name ? { words: pane.lively(example), about: 'In one line', goes: false } : null;
    return direct ? [whole, filled] : [filled];
  }).filter(Boolean).slice(0, direct ? 6 : 2);
  return [
    make('h3', {}, direct ? `Hello ${firstName(person.name)}` : thread.name),
    make('p', {}, direct
      ? 'This is your direct message with the bot. Say who did something well, and watch it arrive on the other side.'
      : 'What is said publicly here appears here, for everyone in this place.'),
    tries.length > 0 && make('p', { class: 'try' }, 'Try:'),
    tries.length > 0 && make('ul', { class: 'tries' }, ...tries.map(({ words, about, goes }) => make('li', {},
      make('button', { type: 'button', onclick: () => pane.composer.suggest(words, goes) }, make('code', {}, words), make('span', {}, about))))),
  ].filter(Boolean);
}

// ---- forms

const findFault = form => find('.faults[role=alert]', form) ?? find('[aria-invalid=true]', form);

/** Gives a form that the server drew its counters, limits, people fields and ways out. */
function bringToLife(form, thread, entry) {
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

/** People, found by typing: a combobox over the server's own search, with the chosen ones as chips. */
class PeopleField {
  #options = [];
  #active = -1;
  #asked = 0;
  #wait = 0;

  constructor(root, session) {
    Object.assign(this, { root, session, max: Number(root.dataset.max ?? 1), name: root.dataset.field });
    this.#read();
    this.#listen();
    this.#chips();
  }

  /** The server drew those nearby as options and those chosen as chips; the chips and the input get a frame of their own. */
  #read() {
    const { root } = this;
    this.chipList = find('.chosen', root);
    this.input = find('[role=combobox]', root);
    this.list = find('[role=listbox]', root);
    this.nearby = findAll('[role=option]', this.list).map(option => ({
      value: option.dataset.value, label: find('span', option).textContent, describes: find('small', option)?.textContent ?? '',
    }));
    const there = findAll('li[data-value]', this.chipList).map(({ dataset }) => dataset.value);
    this.chosen = this.nearby.filter(({ value }) => there.includes(value));
    this.asks = this.input.placeholder;
    findAll('input[type=hidden]', root).forEach(hidden => hidden.remove());
    const picker = make('div', { class: 'picker' });
    this.chipList.before(picker);
    picker.append(this.chipList, this.input);
    this.list.replaceChildren();
    picker.append(this.list);
  }

  #listen() {
    const { input, list, root } = this;
    input.addEventListener('input', () => this.#search());
    input.addEventListener('click', () => list.hidden && this.#search(0));
    input.addEventListener('keydown', event => this.#key(event));
    root.addEventListener('focusout', event => { if (!root.contains(event.relatedTarget)) this.#close(); });
    find('.picker', root).addEventListener('click', event => {
      if (event.target === event.currentTarget || event.target === this.chipList) input.focus();
    });
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const at = [...list.children].indexOf(event.target.closest('[role=option]'));
      if (at >= 0) this.#choose(this.#options[at]);
    });
  }

  #key(event) {
    const open = !this.list.hidden && this.#options.length > 0;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      if (!open) this.#search(0);
      else this.#activate((this.#active + move + this.#options.length) % this.#options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (open && this.#active >= 0) this.#choose(this.#options[this.#active]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Backspace' && this.input.value === '' && this.chosen.length > 0)
      this.#remove(this.chosen.at(-1));
  }

  #search(delay = 150) {
    const words = this.input.value.trim();
    const ask = ++this.#asked;
    clearTimeout(this.#wait);
    if (words === '') return this.#offer(this.nearby);
    this.#wait = setTimeout(async () => {
      const answer = await act({ as: this.session.person.id, place: 'direct', do: 'find', words });
      if (ask === this.#asked && this.root.contains(document.activeElement)) this.#offer(answer.choices ?? [], answer.words);
    }, delay);
  }

  #offer(choices, fault) {
    const full = this.chosen.length >= this.max;
    this.#options = full ? [] : choices.filter(({ value }) => !this.chosen.some(person => person.value === value));
    const nobody = fault ?? (full ? `That is as many as can be named (${this.max}).` : this.input.value.trim() ? 'Nobody found by that name.' : '');
    this.list.replaceChildren(...this.#options.map(({ label, describes }) => make('li', { role: 'option', id: newId('option'), 'aria-selected': 'false' },
      make('span', { class: 'face', 'aria-hidden': 'true' }, initials(label)),
      make('span', { class: 'name' }, label), describes ? make('small', {}, describes) : '')));
    if (this.#options.length === 0 && nobody)
      this.list.append(make('li', { class: 'nobody', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, nobody));
    this.list.hidden = this.list.childElementCount === 0;
    this.input.ariaExpanded = String(!this.list.hidden);
    this.#activate(this.#options.length > 0 && this.input.value.trim() ? 0 : -1);
    if (!this.list.hidden) this.list.scrollIntoView({ block: 'nearest' });
    if (this.#options.length > 0) say(this.#options.length === 1 ? '1 person to choose' : `${this.#options.length} people to choose`);
    else if (nobody) say(nobody);
  }

  #activate(at) {
    this.#active = at;
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    const option = this.list.children[at];
    if (option && at >= 0) {
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }

  #choose(person) {
    if (this.chosen.length >= this.max) return;
    this.chosen.push(person);
    this.input.value = '';
    this.#changed(`${person.label} chosen`);
    this.#close();
    this.input.focus();
  }

  #remove(person) {
    this.chosen = this.chosen.filter(({ value }) => value !== person.value);
    this.#changed(`${person.label} removed`);
    this.#close();
  }

  #changed(what) {
    this.#chips();
    say(`${what}, ${this.chosen.length} of ${this.max}`);
    this.root.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #chips() {
    this.chipList.hidden = this.chosen.length === 0;
    this.chipList.replaceChildren(...this.chosen.map(person => make('li', {},
      make('input', { type: 'hidden', name: this.name, value: person.value }),
      make('span', {}, person.label),
      make('button', {
        type: 'button', 'data-remove': person.value, 'aria-label': `Remove ${person.label}`,
        onclick: () => { this.#remove(person); this.input.focus(); },
      }, '×'))));
    this.input.placeholder = this.chosen.length === 0 ? this.asks : '';
  }

  #close() {
    clearTimeout(this.#wait);
    this.#asked++;
    this.list.hidden = true;
    this.input.ariaExpanded = 'false';
    this.#activate(-1);
  }
}

// ---- what one types

class Composer {
  #offers = [];
  #active = -1;
  #back = 0;

  constructor(pane, root) {
    this.pane = pane;
    this.box = find('textarea', root);
    this.list = find('.offers', root);
    this.alert = find('.trouble', root);
    this.keys = find('.keys', root);
    this.button = find('.send', root);
    this.box.id = newId('words');
    this.list.id = newId('offers');
    this.keys.id = newId('keys');
    find('.line label', root).htmlFor = this.box.id;
    this.box.setAttribute('aria-controls', this.list.id);
    this.box.setAttribute('aria-describedby', this.keys.id);
    this.#listen(root);
  }

  focus() { this.box.focus({ preventScroll: true }); }

  trouble(words) { this.alert.textContent = words; }

  get draft() { return this.box.value; }
  set draft(words) {
    this.box.value = words;
    this.#fit();
    this.#closeOffers();
    this.#hint();
    this.trouble('');
  }

  /** An example was pressed: whole ones go at once, the others wait for one's own words, which stand selected. */
  suggest(words, goes) {
    this.draft = words;
    this.focus();
    if (goes) return void this.#send();
    const own = words.search(/(?<=\s)(?![@#])\S/u);
    this.box.setSelectionRange(own < 0 ? words.length : own, words.length);
  }

  /** The person changed. */
  become() {
    this.#back = 0;
    this.list.setAttribute('aria-label', 'Suggestions');
    this.box.placeholder = this.pane.thread.place === 'direct' ? 'Message the bot' : `Message the bot in ${this.pane.thread.name}`;
    find(`label[for="${this.box.id}"]`).textContent = `${this.box.placeholder} as ${this.pane.session.person.name}`;
  }

  #listen(root) {
    find('.line', root).addEventListener('submit', event => { event.preventDefault(); this.#send(); });
    this.box.addEventListener('input', () => { this.#fit(); this.#hint(); this.trouble(''); this.#offer(); });
    this.box.addEventListener('blur', () => this.#closeOffers());
    this.box.addEventListener('keydown', event => this.#key(event));
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => {
      const at = [...this.list.children].indexOf(event.target.closest('[role=option]'));
      if (at >= 0) this.#accept(this.#offers[at]);
    });
    find('.slash', root).addEventListener('click', () => {
      this.focus();
      if (this.box.value.trim() === '') this.box.value = '/';
      this.#offer();
    });
  }

  #key(event) {
    if (event.isComposing) return;
    const open = this.#offers.length > 0;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && move) {
      event.preventDefault();
      this.#activate(this.#active < 0 && move < 0 ? this.#offers.length - 1 : (this.#active + move + this.#offers.length) % this.#offers.length);
    } else if (open && this.#active >= 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      this.#accept(this.#offers[this.#active]);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      this.#closeOffers();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (move) this.#recall(event, -move);
  }

  /** Up and Down walk through what this person typed, when the caret can't move that way. */
  #recall(event, step) {
    const { said } = this.pane.session;
    const [at, length] = [this.box.selectionStart, this.box.value.length];
    const edge = step > 0 ? at === 0 || this.box.value === said.at(-this.#back) : at === length;
    const next = this.#back + step;
    if (!edge || next < 0 || next > said.length || (step > 0 && this.#back === 0 && length > 0)) return;
    event.preventDefault();
    this.#back = next;
    this.draft = next === 0 ? '' : said.at(-next);
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  async #send() {
    const words = this.box.value.trim();
    if (words === '' || this.box.readOnly) return;
    const { pane: { thread, session } } = this;
    this.#closeOffers();
    this.trouble('');
    this.box.readOnly = true;
    const line = thread.own(words);
    const answer = await act({ as: session.person.id, place: thread.place, do: 'type', words });
    this.box.readOnly = false;
    if (answer.reply === 'error') {
      line.remove();
      thread.refresh();
      if (this.pane.thread !== thread) thread.draft = words;
      return this.trouble(answer.lost ? `${answer.words} Your words are still here.` : answer.words);
    }
    session.said.push(words);
    this.#back = 0;
    if (this.pane.thread === thread) this.draft = '';
    else thread.draft = '';
    thread.take(answer);
  }

  #offer() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    const after = this.box.value.slice(this.box.selectionEnd);
    const { items, from, sure } = /^\S/.test(after) ? { items: [] } : offersFor(before, this.pane);
    if (!items?.length) return this.#closeOffers();
    const grew = this.#offers.length !== items.length;
    this.#offers = items.map(item => ({ ...item, from }));
    this.list.replaceChildren(...items.map(item => make('li', { role: 'option', id: newId('offer'), 'aria-selected': 'false' },
      item.face ? make('span', { class: 'face', 'aria-hidden': 'true' }, item.face) : '',
      item.code ? make('code', {}, item.label) : make('span', { class: 'name' }, item.label),
      make('small', {}, item.describes))));
    this.list.hidden = false;
    this.#activate(sure ? 0 : -1);
    if (grew) say(items.length === 1 ? '1 suggestion' : `${items.length} suggestions`);
  }

  #activate(at) {
    this.#active = at;
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at < 0) return this.box.removeAttribute('aria-activedescendant');
    this.box.setAttribute('aria-activedescendant', this.list.children[at].id);
    this.list.children[at].scrollIntoView({ block: 'nearest' });
  }

  #accept({ from, put }) {
    const end = this.box.selectionEnd;
    this.box.setRangeText(put, from, end, 'end');
    this.#closeOffers();
    this.#fit();
    this.#hint();
    this.focus();
  }

  #closeOffers() {
    this.#offers = [];
    this.list.hidden = true;
    this.list.replaceChildren();
    this.#active = -1;
    this.box.removeAttribute('aria-activedescendant');
  }

  #fit() {
    this.box.style.height = 'auto';
    if (this.box.scrollHeight > 0) this.box.style.height = `${this.box.scrollHeight}px`;
  }

  /** Under the box: how the command that stands in it goes on, else the keys. */
  #hint() {
    const first = fold(this.box.value.trim().split(/\s/)[0].replace(/^\//, ''));
    const command = first && this.pane.page.commands.find(({ name }) => name === first);
    this.keys.replaceChildren(...(command?.example && command.example !== command.name
      ? ['In one line: ', make('code', {}, command.example)]
      : [['Enter', 'sends'], ['↑', 'brings back your last line'], ['@', 'people'], ['#', 'values'], ['/', 'commands']]
        .flatMap(([key, does]) => [make('kbd', {}, key), ` ${does} `])));
  }
}

/** So many stand there without scrolling; a letter more finds the rest. */
const MOST_OFFERED = 6;

/** What could complete the words before the caret, from where, and whether Enter takes the first at once. */
function offersFor(before, { page, session }) {
  let found = /^\s*(\/?)([\p{L}-]*)$/u.exec(before);
  if (found && (found[1] || found[2])) {
    const items = page.commands.filter(({ name }) => name.startsWith(fold(found[2]))).slice(0, MOST_OFFERED).map(({ name, about, example }) => ({
      label: name, describes: about, code: true, put: example && example !== name ? `${name} ` : name,
    }));
    return items.length === 1 && items[0].label === fold(found[2]) ? { items: [] } : { items, from: 0, sure: found[1] !== '' };
  }
  found = /(?:^|[\s,(])@([^\s@#]*)$/u.exec(before);
  if (found) {
    const items = page.people
      .filter(person => person.id !== session.person.id && fold(person.name).split(/[\s'-]+/).some(part => part.startsWith(fold(found[1]))))
      .map(person => ({ label: person.name, describes: person.team, face: initials(person.name), put: `@${page.callName(person)} ` }));
    return { items, from: before.length - found[1].length - 1, sure: true };
  }
  found = /(?:^|[\s,(])#([^\s@#]*)$/u.exec(before);
  if (!found) return { items: [] };
  const items = page.values
    .filter(({ id, name }) => [id, ...fold(name).split(/\s+/)].some(part => part.startsWith(fold(found[1]))))
    .map(({ id, name, glyph }) => ({ label: name, describes: `#${id}`, face: glyph, put: `#${id} ` }));
  return { items, from: before.length - found[1].length - 1, sure: true };
}

// ---- a pane: who one is there, their conversations, the line to type

class Session {
  threads = new Map();
  said = [];
  #source = null;
  #ready = false;
  #again = 0;

  constructor(pane, person) {
    Object.assign(this, { pane, person });
    const own = ({ name, id }) => name === person.team || id === person.team;
    const chosen = pane.page.places.filter(place => !person.places || person.places.includes(place.id));
    for (const { id, name } of [{ id: 'direct', name: 'Direct message' }, ...chosen.filter(own), ...chosen.filter(place => !own(place))])
      this.threads.set(id, new Thread(this, id, name, pane.newTalk()));
    this.current = this.threads.get('direct');
  }

  get unread() { return [...this.threads.values()].reduce((sum, thread) => sum + thread.unread, 0); }

  open() {
    const source = this.#source = new EventSource(`/try/posts?as=${encodeURIComponent(this.person.id)}`);
    source.addEventListener('post', event => {
      const post = JSON.parse(event.data);
      this.threads.get(post.place)?.post(post, this.#ready);
    });
    source.addEventListener('ready', () => {
      this.#ready = true;
      for (const thread of this.threads.values()) thread.ready();
    });
    source.addEventListener('open', () => this.pane.linked(''));
    source.addEventListener('error', () => {
      this.pane.linked('Connection lost, trying again…');
      if (source.readyState === EventSource.CLOSED) this.#again = setTimeout(() => { this.close(); this.open(); }, 3000);
    });
  }

  close() {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }
}

class Pane {
  #sessions = new Map();

  constructor(page, number) {
    Object.assign(this, { page, number });
    this.root = find('#pane').content.firstElementChild.cloneNode(true);
    this.talk = find('.talk', this.root);
    this.mould = this.talk.cloneNode(true);
    this.tabs = find('.places', this.root);
    this.newer = find('.newer', this.root);
    this.select = find('select', this.root);
    this.heading = find('h2', this.root);
    this.heading.id = newId('person');
    this.composer = new Composer(this, find('.composer', this.root));
    this.#people();
    this.newer.addEventListener('click', () => { this.thread.toEnd(); this.composer.focus(); });
    this.tabs.addEventListener('keydown', event => this.#walk(event));
    this.button = make('button', { type: 'button', 'aria-pressed': 'false', onclick: () => page.turnTo(this) });
  }

  get thread() { return this.session.current; }

  newTalk() { return this.mould.cloneNode(true); }

  /** Somebody else sits here now; what they saw on this page before is still there. */
  become(person) {
    if (this.session) this.session.current.draft = this.composer.draft;
    this.session?.close();
    this.session = this.#sessions.get(person.id) ?? new Session(this, person);
    this.#sessions.set(person.id, this.session);
    this.select.value = person.id;
    this.root.setAttribute('aria-label', person.name);
    this.heading.textContent = person.name;
    find('.face', this.root).textContent = initials(person.name);
    this.tabs.replaceChildren(...[...this.session.threads.values()].map(({ tab }) => tab));
    findAll('.talk', this.root).forEach(talk => talk.remove());
    this.newer.before(...[...this.session.threads.values()].map(({ talk }) => talk));
    this.linked('');
    this.show(this.thread, false);
    this.session.open();
    memory.set(`pane${this.number}`, person.id);
  }

  /** Turns to one of the conversations. */
  show(thread, keep = true) {
    if (keep) this.thread.draft = this.composer.draft;
    this.session.current = thread;
    for (const other of this.session.threads.values()) {
      const on = other === thread;
      other.talk.hidden = !on;
      other.tab.ariaSelected = String(on);
      other.tab.tabIndex = on ? 0 : -1;
    }
    this.newer.hidden = true;
    thread.settle();
    thread.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.composer.draft = thread.draft;
    this.composer.become();
  }

  linked(words) { find('.link', this.root).textContent = words; }

  /** An example with real people and values in its holes. */
  lively(example) {
    const { people, values } = this.page;
    const other = this.page.panes.find(pane => pane !== this)?.session?.person;
    const colleague = other ?? people.find(({ id }) => id !== this.session.person.id);
    return example
      .replace(/@(name|one|somebody)\b/u, colleague ? `@${this.page.callName(colleague)}` : '@name')
      .replace(/#value\b/u, values.length > 0 ? `#${(values.find(({ id }) => id === 'patience') ?? values[0]).id}` : '#value');
  }

  #people() {
    const label = find('.seat label', this.root);
    label.htmlFor = this.select.id = newId('who');
    for (const [team, people] of Map.groupBy(this.page.people, ({ team }) => team ?? ''))
      this.select.append(make('optgroup', { label: team || 'No team' },
        ...people.map(({ id, name, role }) => make('option', { value: id }, role ? `${name}, ${role}` : name))));
    this.select.addEventListener('change', () => this.page.seat(this, this.select.value));
  }

  #walk(event) {
    const tabs = [...this.tabs.children];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    tabs[to].click();
    tabs[to].focus();
  }
}

// ---- the page

class Page {
  panes = [];

  constructor({ people, places, commands, values }) {
    this.people = people;
    this.places = places ?? [];
    this.commands = commands ?? [];
    this.values = values ?? this.commands.flatMap(command => command.values ?? []);
    this.main = find('#panes');
    this.switch = find('.switch');
    this.panes = [new Pane(this, 0), new Pane(this, 1)];
    this.main.replaceChildren(...this.panes.map(({ root }) => root));
    this.switch.replaceChildren(...this.panes.map(({ button }) => button));
    this.#sit();
    this.turnTo(this.panes[0]);
    wide.addEventListener('change', () => this.panes.forEach(pane => pane.thread.settle()));
  }

  /** How to name somebody in a line: the first name where only one bears it. */
  callName({ name }) {
    const alike = this.people.filter(other => firstName(other.name) === firstName(name));
    return alike.length === 1 ? firstName(name) : name;
  }

  /** Two people can't be one: who takes the other's seat changes places with them. */
  seat(pane, id) {
    const other = this.panes.find(each => each !== pane);
    const [before, person] = [pane.session.person, this.people.find(each => each.id === id)];
    if (other.session.person === person) other.become(before);
    pane.become(person);
    this.#name();
  }

  /** On a narrow screen: shows this pane alone. */
  turnTo(pane) {
    for (const each of this.panes) {
      each.root.classList.toggle('behind', each !== pane);
      each.button.ariaPressed = String(each === pane);
    }
    pane.thread.settle();
  }

  dots() {
    for (const { button, session } of this.panes) {
      const dot = find('.dot', button);
      if (dot) dot.hidden = !(session?.unread > 0);
    }
  }

  #sit() {
    const remembered = n => this.people.find(({ id }) => id === memory.get(`pane${n}`));
    const first = remembered(0) ?? this.people[0];
    const others = this.people.filter(person => person !== first);
    const second = others.find(person => person === remembered(1)) ?? others.find(({ team }) => team === first.team) ?? others[0] ?? first;
    this.panes[0].become(first);
    this.panes[1].become(second);
    this.#name();
  }

  #name() {
    for (const { button, session: { person } } of this.panes)
      button.replaceChildren(make('span', { class: 'face', 'aria-hidden': 'true' }, initials(person.name)), make('span', {}, person.name),
        make('span', { class: 'dot', hidden: true }, make('span', { class: 'visually-hidden' }, 'has unread messages')));
    this.dots();
  }
}

function chooseColours(theme) {
  document.documentElement.dataset.theme = theme;
  memory.set('theme', theme);
}

for (const radio of findAll('input[name=theme]')) {
  radio.checked = radio.value === (memory.get('theme') ?? 'auto');
  if (radio.checked) chooseColours(radio.value);
  radio.addEventListener('change', () => chooseColours(radio.value));
}

async function start() {
  try {
    const response = await fetch('/try/people', { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(troubles[response.status] ?? `The bot answered ${response.status}.`);
    const told = await response.json();
    if (told.people.length === 0) throw new Error('There is nobody in the organisation yet.');
    new Page(told);
  } catch (error) {
    find('#panes').replaceChildren(make('div', { class: 'starting', role: 'alert' },
      make('p', {}, error instanceof TypeError ? 'The bot can’t be reached. Is it still running?' : error.message),
      make('button', { type: 'button', class: 'primary', onclick: start }, 'Try again')));
  }
}

start();
