import { find, findAll, initials, make, newId, say } from './browser.js';
import { act } from './server.js';

/** People, found by typing: a combobox over the server's own search, with the chosen ones as chips. */
export class PeopleField {
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
