// What every part of the page asks of the browser: elements, names, words that are said aloud, and what it remembers.

export const find = (selector, root = document) => root.querySelector(selector);
export const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];
export const fold = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
export const initials = name => name.split(/\s+/).map(part => part[0]).slice(0, 2).join('').toUpperCase();
export const firstName = name => name.split(/\s+/)[0];

let ids = 0;
export const newId = what => `${what}-${++ids}`;

/** An element with its attributes and children; `on…` attributes are listeners. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What the server drew, with ids of its own: the same form may stand in both panes. */
export function drawn(html, selector) {
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
export function say(words) {
  const said = find('#said');
  said.textContent = '';
  setTimeout(() => { said.textContent = words; }, 60);
}

// What the browser remembers; a browser that may not store anything just forgets.
export const memory = {
  get(key) { try { return localStorage.getItem(`try.${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`try.${key}`, value); } catch { /* private browsing: it lasts as long as the page */ } },
};
