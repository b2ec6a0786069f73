// A conversation: one person, one place.

import { drawn, find, firstName, make, newId, say } from './browser.js';
import { bringToLife, findFault } from './forms.js';
import { act } from './server.js';

export class Thread {
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
