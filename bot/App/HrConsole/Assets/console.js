// What the console does in the browser besides showing: colours, the menu on a narrow screen, reloading. No page needs it to be read.
(() => {
  'use strict';
  const root = document.documentElement;
  const kept = () => { try { return localStorage.getItem('console.theme') || ''; } catch { return ''; } };
  const paint = theme => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };
  const tick = () => { for (const radio of document.querySelectorAll('.theme input')) radio.checked = radio.value === kept(); };
  paint(kept());

  const menu = open => {
    if (open) root.dataset.menu = 'open'; else delete root.dataset.menu;
    for (const button of document.querySelectorAll('[data-menu]')) if (button !== root) button.setAttribute('aria-expanded', String(open));
  };

  document.addEventListener('change', event => {
    if (!event.target.matches?.('.theme input')) return;
    try { localStorage.setItem('console.theme', event.target.value); } catch { /* it holds for this page then */ }
    paint(event.target.value);
  });
  document.addEventListener('click', event => {
    const at = event.target.closest?.('[data-reload], button[data-menu], [data-print], .menu a, .skip');
    if (!at) return;
    if (at.matches('[data-reload]')) location.reload();
    else if (at.matches('[data-print]')) print();
    else if (at.matches('.skip')) { event.preventDefault(); document.getElementById('main')?.focus(); }
    else menu(at.matches('button[data-menu]') && root.dataset.menu !== 'open');
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || root.dataset.menu !== 'open') return;
    menu(false);
    document.querySelector('button[data-menu]')?.focus();
  });
  // The page is drawn a second time when it comes alive; what the browser keeps is set again then.
  document.addEventListener('DOMContentLoaded', () => {
    tick();
    new MutationObserver(tick).observe(document.body, { childList: true, subtree: true });
  });
})();
