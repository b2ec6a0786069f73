// What is asked of the bot, and its answers.

export const troubles = {
  400: 'The bot did not understand what this page sent.',
  401: 'The bot refused this. Reload the page and try again.',
  403: 'The bot refused this. Reload the page and try again.',
  404: 'The local page is not switched on here.',
  413: 'That is too long to send.',
  429: 'That was a little too fast. Wait a moment and try again.',
  503: 'The bot is busy; nothing was saved. Please try again.',
};

/** Tells the server what somebody did. Never throws: what went wrong comes back as words. */
export async function act(what) {
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
