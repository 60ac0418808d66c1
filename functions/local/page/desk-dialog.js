import { $, make } from './dom.js';
import { w } from './language.js';

/**
 * Asks a question, with parts that belong to it and, where `reason` gives the longest, a line for why. Gives what was
 * typed, an empty text where nothing was, or null for no.
 */
export function askInDialog({ title, parts = [], yes, no, reason }) {
  const dialog = $('#desk-dialog');
  const input = make('input', { type: 'text', id: 'desk-reason', autocomplete: 'off' });
  if (reason) input.maxLength = reason.longestReason;
  const label = make('label', { htmlFor: 'desk-reason', textContent: w.say('desk.reason') });
  const form = make(
    'form',
    { method: 'dialog' },
    make('h3', { id: 'desk-dialog-h', textContent: title }),
    ...parts,
    ...(reason ? [label, input] : []),
    make(
      'p',
      { className: 'row-actions' },
      make('button', { className: 'second', value: 'yes', textContent: yes }),
      // Where nothing is typed first, Enter must not be what cannot be undone.
      make('button', { className: 'second', value: 'no', textContent: no, autofocus: !reason }),
    ),
  );
  dialog.replaceChildren(form);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes' ? input.value : null);
  });
}
