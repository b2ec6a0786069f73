// The local page: two people of the demo organisation, each in a pane, talking with the bot.
// The server draws every card and form; these files only carry them, and what people do, to and fro.

import { find, findAll, firstName, initials, make, memory } from './browser.js';
import { Pane } from './pane.js';
import { troubles } from './server.js';

const wide = matchMedia('(min-width: 900px)');

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
