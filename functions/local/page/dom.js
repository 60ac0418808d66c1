import { w } from './language.js';
import { marked } from './texts.js';

/** The first element that a selector names, in the page or in an element. */
export const $ = (selector, root = document) => root.querySelector(selector);

/** All elements that a selector names. */
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** An element with properties and children. */
export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Says a sentence to those who hear the page; politely, and again where it is the same. */
export function say(text) {
  $('#say').textContent = '';
  requestAnimationFrame(() => {
    $('#say').textContent = text;
  });
}

/** Writes the words of the language that is chosen into the elements that name them. */
export function speak() {
  for (const element of $$('[data-t]')) element.innerHTML = marked(w.say(element.dataset.t));
  for (const element of $$('[data-t-label]')) element.setAttribute('aria-label', w.say(element.dataset.tLabel));
}

/** The state of the page, and what is shown in it. */
export const stateNow = () => document.documentElement.dataset.state;

/** Changes the state: shows what belongs to it and hides the rest. */
export function showState(name) {
  document.documentElement.dataset.state = name;
  for (const element of $$('[data-when]')) element.hidden = !element.dataset.when.split(' ').includes(name);
}

/** Copies a text, says so in the button and aloud, and gives the button its name back. */
export async function copy(button, text) {
  await navigator.clipboard.writeText(text).catch(() => $('#link').select());
  const name = button.dataset.name ?? button.textContent;
  button.dataset.name = name;
  button.textContent = w.say('page.copied');
  say(w.say('page.copied'));
  setTimeout(() => {
    button.textContent = name;
    delete button.dataset.name;
  }, 1600);
}
