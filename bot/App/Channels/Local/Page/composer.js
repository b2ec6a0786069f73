// What one types, and what could complete it.

import { find, fold, initials, make, newId, say } from './browser.js';
import { act } from './server.js';

export class Composer {
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
