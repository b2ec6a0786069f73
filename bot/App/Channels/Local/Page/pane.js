// A pane: who one is there, their conversations, the line to type.

import { find, findAll, initials, make, memory, newId } from './browser.js';
import { Composer } from './composer.js';
import { Thread } from './thread.js';

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

export class Pane {
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
