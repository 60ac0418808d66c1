import { words } from './words.js';

/** Names of the months, alone and after a day; not every browser knows the Belarusian ones. */
const months = {
  en: ['January February March April May June July August September October November December'],
  ru: [
    'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  ],
  be: [
    'Студзень Люты Сакавік Красавік Май Чэрвень Ліпень Жнівень Верасень Кастрычнік Лістапад Снежань',
    'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  ],
};

const month = (number, language, form = 0) =>
  (months[language][form] ?? months[language][0]).split(' ')[number - 1] ?? '';

/** The name of an edition, `2026-11`, as a month of a language. */
export function monthName(edition, language) {
  const [year, number] = edition.split('-').map(Number);
  return `${month(number, language)} ${year}`;
}

/** A date of day, month or year precision, as it stands after “from”. */
export function dateName(date, language) {
  const [year, number, day] = date.split('-').map(Number);
  const of = { en: '', ru: ' года', be: ' года' }[language];
  if (number === undefined) return `${year}${of}`;
  if (day === undefined) return `${month(number, language, 1)} ${year}${of}`;
  return `${day} ${month(number, language, 1)} ${year}`;
}

/** A period of whole months in the form of the data, `2021-01/2021-05`, as a title. */
export function periodName(code, language) {
  const year = language === 'en' ? (name) => name : (name) => `${name} года`;
  const [from, to = from] = code.split('/').map(spanOf);
  if (from.first === 1 && to.last === 12 && from.year === to.year)
    return language === 'en' ? `${from.year}` : `${from.year} год`;
  const [a, b] = [month(from.first, language), month(to.last, language)];
  if (from.year !== to.year) return year(`${a} ${from.year} – ${lower(b, language)} ${to.year}`);
  return year(from.first === to.last ? `${a} ${from.year}` : `${a}–${lower(b, language)} ${from.year}`);
}

const lower = (name, language) => (language === 'en' ? name : name.toLowerCase());

/** The months from the first to the last of a simple period: a year, half-year, quarter or month. */
function spanOf(code) {
  const [yearText, part = ''] = code.split('-');
  const year = Number(yearText);
  const number = Number(part.replace(/\D/g, ''));
  if (part === '') return { year, first: 1, last: 12 };
  if (part.startsWith('Q')) return { year, first: number * 3 - 2, last: number * 3 };
  if (part.startsWith('S')) return { year, first: number * 6 - 5, last: number * 6 };
  return { year, first: number, last: number };
}

/** The last day that a date of day, month or year precision can mean. */
export function lastDayOf(date) {
  const [year, number = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) : date;
}

/**
 * How old a publication is on a day: in days below 100, in months below 24, else in years. Of one whose day is not
 * known it says the least age that it can have, as the briefing does.
 */
export function ageText(published, asOf, language) {
  const w = words[language];
  const days = Math.max(0, Math.round((Date.parse(asOf) - Date.parse(lastDayOf(published))) / 86_400_000));
  const wholeMonths = Math.floor(days / (365.25 / 12));
  const wholeYears = Math.floor(days / 365.25);
  if (published.length === 10) {
    if (days < 100) return w.days(days);
    return wholeMonths < 24 ? w.months(wholeMonths) : w.years(wholeYears);
  }
  if (wholeMonths === 0) return w.underMonth;
  return wholeMonths < 24 ? w.monthsLeast(wholeMonths) : w.yearsLeast(wholeYears);
}

/** A time of day, with the date before it when that is not the day of `now`. */
export function clockText(instant, now, language, seconds = false) {
  const at = new Date(instant);
  const two = (number) => String(number).padStart(2, '0');
  const time = [at.getHours(), at.getMinutes(), ...(seconds ? [at.getSeconds()] : [])].map(two).join(':');
  if (at.toDateString() === new Date(now).toDateString()) return time;
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${dateName(day, language)}, ${time}`;
}

/** The time that a link has left: whole seconds, and a sentence. */
export function leftText(expiresAt, now, language) {
  const w = words[language];
  const until = clockText(expiresAt, now, language);
  const seconds = Math.max(0, Math.ceil((expiresAt - now) / 1000));
  if (seconds === 0) return { seconds, text: w.expired(until) };
  return { seconds, text: w.works(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'), until) };
}
